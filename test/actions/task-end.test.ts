import { expect, test } from 'vitest';
import { failedTasks, failureWords } from '../../src/actions/task-end.ts';
import type { Container, Task } from '../../src/model/task.ts';
import { aTask } from '../fixtures/a-service.ts';

const OURS = 'ecs-svc/1';

const stopped = (containers: readonly Partial<Container>[], told: Partial<Task> = {}): Task =>
	aTask('checkout', 'x', {
		startedBy: OURS,
		desiredStatus: 'STOPPED',
		lastStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
		containers: containers.map((one) => ({ name: 'app', lastStatus: 'STOPPED', ...one })),
		...told,
	});

test.each([
	['its exit code', stopped([{ exitCode: 1 }]), 'exit 1'],
	[
		'its exit code and reason',
		stopped([{ exitCode: 137, reason: 'OutOfMemoryError: Container killed due to memory usage' }]),
		'exit 137, OutOfMemoryError: Container killed due to memory usage',
	],
	[
		'why ECS stopped it',
		stopped([{ exitCode: 137 }], {
			stopCode: 'ServiceSchedulerInitiated',
			stoppedReason: 'Task failed container health checks',
		}),
		'Task failed container health checks',
	],
	[
		'the little that is known',
		aTask('checkout', 'x', { stopCode: 'TaskFailedToStart', containers: [] }),
		'ECS gives no reason',
	],
])('a failure is told by %s', (_, task, words) => {
	expect(failureWords(task)).toBe(words);
});

test('tasks count as failed when they stopped by themselves, newest first', () => {
	const at = (stoppedAt: number, told: Partial<Task> = {}) => stopped([], { stoppedAt, ...told });
	const tasks = [
		at(1),
		at(5),
		at(9, { startedBy: 'ecs-svc/2' }),
		at(8, {
			stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1)',
			stopCode: 'ServiceSchedulerInitiated',
		}),
		at(7, { stopCode: 'UserInitiated', stoppedReason: 'restart' }),
		aTask('checkout', 'y', { startedBy: OURS, desiredStatus: 'RUNNING' }),
	];
	expect(failedTasks(tasks, OURS).map(({ stoppedAt }) => stoppedAt)).toEqual([5, 1]);
});
