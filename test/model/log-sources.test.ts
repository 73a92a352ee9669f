import { describe, expect, test } from 'vitest';
import { logSources } from '../../src/model/log-sources.ts';
import type { ContainerDefinition, LogConfiguration, TaskDefinition } from '../../src/model/task-definition.ts';
import type { Task } from '../../src/model/task.ts';

const AWSLOGS = { logDriver: 'awslogs', group: '/ecs/checkout', streamPrefix: 'checkout' };

function container(name: string, logs?: LogConfiguration): ContainerDefinition {
	return { name, image: `${name}:1`, essential: true, portMappings: [], ...(logs ? { logs } : {}) };
}

function definition(...containerDefinitions: readonly ContainerDefinition[]): TaskDefinition {
	return {
		taskDefinitionArn: 'checkout:43',
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions,
		document: {},
	};
}

function task(id: string, changes: Partial<Task> = {}): Task {
	return {
		taskArn: `arn:aws:ecs:ap-northeast-1:111122223333:task/prod/${id}`,
		clusterArn: 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/prod',
		group: 'service:checkout',
		taskDefinitionArn: 'checkout:43',
		lastStatus: 'RUNNING',
		desiredStatus: 'RUNNING',
		healthStatus: 'UNKNOWN',
		startedAt: 1,
		containers: [],
		enableExecuteCommand: false,
		...changes,
	};
}

const streams = (tasks: readonly Task[], known: TaskDefinition | undefined = definition(container('app', AWSLOGS))) =>
	logSources(tasks, () => known).sources.map(({ stream }) => stream);

describe('the log sources of tasks', () => {
	test('are a stream per task and container, in the region of the log configuration or else of the task', () => {
		const known = definition(container('app', AWSLOGS), container('proxy', { ...AWSLOGS, region: 'us-east-1' }));
		const { sources } = logSources([task('3f2a1b')], () => known);
		expect(sources).toMatchObject([
			{ region: 'ap-northeast-1', group: '/ecs/checkout', stream: 'checkout/app/3f2a1b', container: 'app' },
			{ region: 'us-east-1', group: '/ecs/checkout', stream: 'checkout/proxy/3f2a1b', container: 'proxy' },
		]);
	});

	test('name the containers whose lines cannot be had, once each, with the reason', () => {
		const known = definition(
			container('app', { logDriver: 'awsfirelens' }),
			container('log-router'),
			container('cron', { logDriver: 'awslogs', group: '/ecs/cron' }),
		);
		const { sources, silent } = logSources([task('3f2a1b'), task('9c01de')], () => known);
		expect(sources).toEqual([]);
		expect(silent).toEqual([
			{ container: 'app', reason: 'writes to awsfirelens, not to CloudWatch Logs' },
			{ container: 'log-router', reason: 'has no log configuration' },
			{ container: 'cron', reason: 'has no awslogs-stream-prefix, so its stream is unknown' },
		]);
	});

	test('leave out tasks that have not started and tasks whose definition is not known yet', () => {
		const { startedAt: _, ...pending } = task('77aa10', { lastStatus: 'PENDING' });
		expect(streams([pending, task('3f2a1b')])).toEqual(['checkout/app/3f2a1b']);
		expect(logSources([task('3f2a1b')], () => undefined).sources).toEqual([]);
	});

	test('leave out containers that have not run, of a task that waits or has stopped', () => {
		const known = definition(container('app', AWSLOGS), container('proxy', AWSLOGS));
		const ran = { name: 'app', lastStatus: 'STOPPED', exitCode: 1 };
		const never = { name: 'proxy', lastStatus: 'STOPPED', reason: 'dependency app has failed to start' };
		const crashed = task('77aa10', { lastStatus: 'STOPPED', containers: [ran, never] });
		const waiting = task('3f2a1b', {
			containers: [
				{ ...ran, lastStatus: 'RUNNING' },
				{ name: 'proxy', lastStatus: 'PENDING' },
			],
		});
		expect(streams([crashed, waiting], known)).toEqual(['checkout/app/3f2a1b', 'checkout/app/77aa10']);
	});

	test('have a container that ran, though Docker could not tell how it ended', () => {
		const lost = { name: 'app', lastStatus: 'STOPPED', runtimeId: '77aa10-1527056392', reason: 'DockerTimeoutError' };
		expect(streams([task('77aa10', { lastStatus: 'STOPPED', containers: [lost] })])).toEqual(['checkout/app/77aa10']);
	});

	test('tell which streams will hardly come any more, for their task has stopped', () => {
		const tasks = [task('3f2a1b'), task('77aa10', { lastStatus: 'STOPPED' })];
		const { sources } = logSources(tasks, () => definition(container('app', AWSLOGS)));
		expect(sources.map(({ isOver }) => isOver ?? false)).toEqual([false, true]);
	});

	test('have a task in which a container ran though the task never got to RUNNING', () => {
		const { startedAt: _, ...failed } = task('77aa10', {
			lastStatus: 'STOPPED',
			containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
		});
		expect(streams([failed])).toEqual(['checkout/app/77aa10']);
	});

	test('have the last twenty stopped tasks', () => {
		const stopped = Array.from({ length: 30 }, (_, index) =>
			task(`t${index}`, { lastStatus: 'STOPPED', stoppedAt: index }),
		);
		const followed = streams([...stopped, task('live')]);
		expect(followed).toHaveLength(21);
		expect(followed).toContain('checkout/app/t29');
		expect(followed).not.toContain('checkout/app/t9');
	});
});
