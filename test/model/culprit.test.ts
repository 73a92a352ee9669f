import { describe, expect, test } from 'vitest';
import { culprit } from '../../src/model/culprit.ts';
import type { Container, Task } from '../../src/model/task.ts';
import type { TaskDefinition } from '../../src/model/task-definition.ts';

type Stopped = Pick<Task, 'stopCode' | 'stoppedReason' | 'containers'>;

const OOM = 'OutOfMemoryError: Container killed due to memory usage';

const stopped = (containers: Readonly<Record<string, Partial<Container>>>, told: Partial<Stopped> = {}): Stopped => ({
	stopCode: 'EssentialContainerExited',
	stoppedReason: 'Essential container in task exited',
	containers: Object.entries(containers).map(([name, one]) => ({ name, lastStatus: 'STOPPED', ...one })),
	...told,
});

const byService = (stoppedReason: string) => ({ stopCode: 'ServiceSchedulerInitiated', stoppedReason });

const definition = (...containers: readonly (readonly [name: string, essential: boolean])[]) =>
	({ containerDefinitions: containers.map(([name, essential]) => ({ name, essential })) }) as unknown as TaskDefinition;

describe('the container that took a task down', () => {
	test.each<readonly [what: string, task: Stopped, name: string, because: string]>([
		[
			'ran out of memory',
			stopped({ proxy: { exitCode: 1 }, app: { exitCode: 0, reason: OOM } }),
			'app',
			'out-of-memory',
		],
		[
			'is spelled as older agents do',
			stopped({ app: { exitCode: 137, reason: 'OutofMemoryError: Container killed due to memory usage' } }),
			'app',
			'out-of-memory',
		],
		[
			'failed the check that the task was stopped for',
			stopped(
				{ app: { exitCode: 1, healthStatus: 'HEALTHY' }, agent: { exitCode: 143, healthStatus: 'UNHEALTHY' } },
				byService('Task failed container health checks'),
			),
			'agent',
			'unhealthy',
		],
		[
			'could not be started',
			stopped({ app: {}, agent: { reason: 'CannotPullContainerError: x' } }, { stopCode: 'TaskFailedToStart' }),
			'agent',
			'reason',
		],
		['ended badly', stopped({ app: { exitCode: 143 }, agent: { exitCode: 2 } }), 'agent', 'exit-code'],
		['ended well', stopped({ app: { exitCode: 137 }, migrate: { exitCode: 0 } }), 'migrate', 'exit-ok'],
		[
			'was killed, when nobody told it to stop',
			stopped({ agent: { exitCode: 143 }, app: { exitCode: 137 } }),
			'app',
			'exit-code',
		],
		[
			'can be any, where all were stopped',
			stopped({ agent: { exitCode: 143 }, app: { exitCode: 143 } }),
			'agent',
			'only-ended',
		],
		[
			'is none that ended badly because the service stopped it',
			stopped({ app: { exitCode: 1 } }, byService('Scaling activity initiated by (deployment ecs-svc/1)')),
			'app',
			'only-ended',
		],
		[
			'is not the one that waited for another',
			stopped(
				{
					app: { reason: 'dependency graph: failed to resolve container ordering dependency [init] for target [app]' },
					init: { exitCode: 2 },
				},
				{ stopCode: 'TaskFailedToStart' },
			),
			'init',
			'exit-code',
		],
		[
			'is told without a stop code, too',
			{ stoppedReason: 'Task stopped', containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }] },
			'app',
			'exit-code',
		],
	])('%s', (_, task, name, because) => {
		expect(culprit(task)).toEqual({ container: expect.objectContaining({ name }), because });
	});

	test('is an essential one before any other', () => {
		const task = stopped({ init: { exitCode: 2, reason: OOM }, app: { exitCode: 1 } });
		expect(culprit(task, definition(['init', false], ['app', true]))).toMatchObject({
			container: { name: 'app' },
			because: 'exit-code',
		});
	});

	test('is another one where the essential ones wait for it', () => {
		const task = stopped({ app: {}, init: { exitCode: 2 } }, { stopCode: 'TaskFailedToStart' });
		expect(culprit(task, definition(['app', true], ['init', false]))?.container.name).toBe('init');
	});

	test('is none of a task that runs, or that has no containers', () => {
		expect(culprit({ containers: [{ name: 'app', lastStatus: 'RUNNING' }] })).toBeUndefined();
		expect(culprit(stopped({}))).toBeUndefined();
	});
});
