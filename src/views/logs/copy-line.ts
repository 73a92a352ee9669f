import type { Binding } from '../../keymap/binding.ts';
import { timeOfDay } from '../clock.ts';
import type { ViewContext } from '../pane.ts';
import { indexOfLine } from './log-place.ts';
import type { LogReading } from './log-reading.ts';

/** Takes the place of copying an ARN: in a log one wants the line, the match or the lowest in view. */
export function copyLineBinding(reading: LogReading): Binding<ViewContext> {
	const lineInHand = (context: ViewContext) => {
		const lines = reading.lines(context);
		const { match, bottom } = context.ui.logs;
		return match ?? lines.at(indexOfLine(lines, bottom));
	};
	return {
		id: 'logs.copy',
		keys: ['y'],
		label: 'copy line',
		help: 'The match last jumped to, else the lowest line in view, into the clipboard.',
		offBecause: (context) => (lineInHand(context) === undefined ? 'there are no lines yet' : undefined),
		run(context) {
			const line = lineInHand(context);
			if (line) context.effects.copy(line.text, `the line at ${timeOfDay(line.timestamp, context.settings.utc)}`);
		},
	};
}
