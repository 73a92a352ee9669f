import { describe, expect, test } from 'vitest';
import { STOP_TASK, TICK_TASK } from '../../../src/views/tasks/stop-bindings.ts';
import { runningTask, SERVICE_ARN, task, TASK_ARN } from '../../fixtures/checkout.ts';
import { SHOP, viewContext } from '../view-context.ts';

const STOPPED = `${TASK_ARN}9`;
const picture = {
	...SHOP,
	tasks: {
		[SERVICE_ARN]: {
			value: {
				[TASK_ARN]: { ...task, desiredStatus: 'RUNNING' },
				[runningTask.taskArn]: runningTask,
				[STOPPED]: { ...task, taskArn: STOPPED, desiredStatus: 'STOPPED' },
			},
			readAt: 0,
		},
	},
};

function on(taskArn: string, ...ticked: readonly string[]) {
	return viewContext({ picture, ui: { taskArn, marks: { tasks: ticked } } });
}

/** What is asked for when it is pressed, or why nothing is. */
function pressed(context: ReturnType<typeof on>): unknown {
	const off = STOP_TASK.offBecause?.(context);
	if (off !== undefined) return off;
	STOP_TASK.run(context);
	return context.asked;
}

const stop = (...tasks: readonly string[]) => [['act', { verb: 'stop-task', tasks }]];

describe('stopping tasks', () => {
	test('is about the one under the cursor while none is ticked', () => {
		expect(pressed(on(TASK_ARN))).toEqual(stop(TASK_ARN));
		expect(pressed(on(STOPPED))).toBe('it has stopped already, or is about to');
	});

	test('is about the ticked ones that have not stopped, and counts those', () => {
		const context = on(STOPPED, TASK_ARN, runningTask.taskArn, STOPPED);
		expect(STOP_TASK.hint?.(context)).toBe('stop the 2 ticked');
		expect(pressed(context)).toEqual(stop(TASK_ARN, runningTask.taskArn));
	});

	test('is about the one under the cursor again when all that was ticked has stopped', () => {
		const context = on(TASK_ARN, STOPPED);
		expect(STOP_TASK.hint?.(context)).toBe('stop');
		expect(pressed(context)).toEqual(stop(TASK_ARN));
	});
});

describe('a tick', () => {
	test('goes to what can be stopped, and can always be taken away', () => {
		expect(TICK_TASK.offBecause?.(on(TASK_ARN))).toBeUndefined();
		expect(TICK_TASK.offBecause?.(on(STOPPED))).toBe('it has stopped already, or is about to');
		expect(TICK_TASK.offBecause?.(on(STOPPED, STOPPED))).toBeUndefined();
	});
});
