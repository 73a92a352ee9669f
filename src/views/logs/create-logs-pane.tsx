import type { Pane } from '../pane.ts';
import { logBindings } from './log-bindings.ts';
import { createLogReading } from './log-reading.ts';
import { LogsBody } from './logs-body.tsx';
import { logsTitle, logsTrouble } from './logs-words.ts';

/** The merged log of the selected service's tasks and containers. */
export function createLogsPane(): Pane {
	const reading = createLogReading();
	return {
		id: 'logs',
		title: (context) => logsTitle(context, reading.sources(context)),
		trouble: (context) => logsTrouble(context, reading.filter(context).problem),
		bindings: logBindings(reading),
		inset: true,
		topics: reading.topics,
		Body: (props) => <LogsBody {...props} reading={reading} />,
	};
}
