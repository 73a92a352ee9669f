import type { Place } from '../diagnosis/finding.ts';
import { endOf } from './logs/end-of.ts';
import { readBack } from './logs/read-back.ts';
import type { ViewContext } from './pane.ts';

/** So much of what came after it is shown, too, ms. */
const AFTER = 5_000;

/** Opens what shows more of something in a service: the task, its deployments, the log at that second. */
export function openPlace(context: ViewContext, serviceArn: string, place: Place): void {
	const { dispatch, ui } = context;
	if (serviceArn !== ui.serviceArn) dispatch({ type: 'select-service', serviceArn });
	switch (place.kind) {
		case 'event':
			dispatch({ type: 'cursor', pane: 'events', cursor: `event ${place.id}` });
			return dispatch({ type: 'open', screen: 'events' });
		case 'task':
			dispatch({ type: 'select-task', taskArn: place.taskArn });
			return dispatch({ type: 'open', screen: 'task' });
		case 'metric':
			return dispatch({ type: 'open', screen: 'metrics' });
		case 'log':
			dispatch({ type: 'select-task', taskArn: place.taskArn });
			return openLogAt(context, place.at, true);
		case 'target': {
			const { targetGroupArn, targetId, port } = place;
			dispatch({ type: 'cursor', pane: 'health', cursor: `group ${targetGroupArn} ${targetId}:${port}` });
			return dispatch({ type: 'open', screen: 'health' });
		}
		case 'service':
		case 'deployments':
		case 'autoscaling':
		case 'task-definition':
			return dispatch({ type: 'open', screen: place.kind });
	}
}

/** The log of the selected service, or of its selected task alone, as of `at`, epoch ms. */
export function openLogAt({ dispatch, logTail }: ViewContext, at: number, oneTask = false): void {
	dispatch({ type: 'logs', logs: { bottom: endOf(at + AFTER), match: undefined, oneTask } });
	dispatch({ type: 'open', screen: 'logs' });
	if (logTail) void readBack(logTail, at);
}
