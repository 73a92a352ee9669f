import type { Place } from '../diagnosis/finding.ts';
import type { LogLine } from '../model/log-line.ts';
import type { SafeText } from '../model/safe-text.ts';
import type { ViewContext } from './pane.ts';

/** Shows a piece of evidence of a service: the event, the task, the log at that moment. */
export function openPlace({ dispatch }: ViewContext, serviceArn: string, place: Place): void {
	dispatch({ type: 'select-service', serviceArn });
	switch (place.kind) {
		case 'task':
			dispatch({ type: 'select-task', taskArn: place.taskArn });
			dispatch({ type: 'open', screen: 'task' });
			return;
		case 'log':
			dispatch({ type: 'select-task', taskArn: place.taskArn });
			dispatch({ type: 'logs', logs: { oneTask: true, bottom: lineAt(place.at, place.taskArn) } });
			dispatch({ type: 'open', screen: 'logs' });
			return;
		case 'event':
			dispatch({ type: 'open', screen: 'events' });
			dispatch({ type: 'cursor', pane: 'events', cursor: place.id });
			return;
		case 'target':
			dispatch({ type: 'open', screen: 'health' });
			return;
		case 'metric':
			dispatch({ type: 'open', screen: 'metrics' });
			return;
		case 'deployments':
		case 'task-definition':
		case 'autoscaling':
		case 'service':
			dispatch({ type: 'open', screen: place.kind });
	}
}

/** A place in a log: after all lines of that moment. */
function lineAt(at: number, taskArn: string): LogLine {
	const source = { region: '', group: '', stream: '', container: '', taskArn };
	return { eventId: '', timestamp: at, ingestedAt: Number.POSITIVE_INFINITY, source, text: '' as SafeText };
}
