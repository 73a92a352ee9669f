import { expect, test } from 'vitest';
import { diedBadly, isRoutineStop } from '../../src/model/died-badly.ts';
import type { Task } from '../../src/model/task.ts';

test.each<[how: string, bad: boolean, task: Partial<Task>]>([
	['its container exited', true, { stopCode: 'EssentialContainerExited' }],
	['it never started', true, { stopCode: 'TaskFailedToStart' }],
	[
		'its container failed its checks',
		true,
		{ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed container health checks' },
	],
	[
		'its target failed its checks',
		true,
		{ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Task failed ELB health checks in (target-group tg)' },
	],
	[
		'it was scaled in',
		false,
		{ stopCode: 'ServiceSchedulerInitiated', stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)' },
	],
	['a person stopped it', false, { stopCode: 'UserInitiated' }],
	['Spot took its capacity back', false, { stopCode: 'SpotInterruption' }],
	[
		'it was scaled in, without a code',
		false,
		{ stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/86)' },
	],
	[
		'its container exited with 0, without a code',
		true,
		{
			stoppedReason: 'Essential container in task exited',
			containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0 }],
		},
	],
	['of an exit code alone', true, { containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }] }],
	[
		'it was told to, by the exit code alone',
		false,
		{ containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 143 }] },
	],
])('a task that stopped because %s died badly: %s', (_, bad, task) => {
	expect(diedBadly({ containers: [], ...task })).toBe(bad);
});

test('a task that nobody stopped neither died nor was stopped by routine', () => {
	const running = { containers: [{ name: 'app', lastStatus: 'RUNNING' }] };
	expect([diedBadly(running), isRoutineStop(running)]).toEqual([false, false]);
});
