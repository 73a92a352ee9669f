import type { Task } from '../../src/model/task.ts';
import type { TaskDefinition } from '../../src/model/task-definition.ts';
import { checkoutDefinition } from '../fixtures/shop-task-definition.ts';
import { died } from './checkout.ts';

/** A task that never got as far as running, so many minutes ago. */
export function neverStarted(minutes: number, stoppedReason: string, changes: Partial<Task> = {}): Task {
	return died(minutes, {
		stopCode: 'TaskFailedToStart',
		stoppedReason,
		containers: [{ name: 'app', lastStatus: 'STOPPED' }],
		...changes,
	});
}

/** A revision of checkout whose document says more of its app. */
export function documented(
	app: Readonly<Record<string, unknown>>,
	whole: Readonly<Record<string, unknown>> = {},
): TaskDefinition {
	const definition = checkoutDefinition(43);
	const image = '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:43';
	return { ...definition, document: { ...whole, containerDefinitions: [{ name: 'app', image, ...app }] } };
}
