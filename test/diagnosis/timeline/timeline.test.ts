import { describe, expect, test } from 'vitest';
import { timeline, type TimelineSources } from '../../../src/diagnosis/timeline/timeline.ts';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import type { HealthFlip } from '../../../src/model/health-flip.ts';
import type { PastChange } from '../../../src/model/past-change.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Task } from '../../../src/model/task.ts';
import { taskDefinition } from '../../fixtures/checkout-settings.ts';
import {
	NOW,
	revision,
	runningTask,
	service,
	SERVICE_ARN,
	TARGET_GROUP_ARN,
	task,
	TASK_ARN,
} from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';

const quiet: Service = { ...service, deployments: [], events: [] };
const saying = (...messages: readonly string[]): Service => ({
	...quiet,
	events: messages.map((message, index) => ({ id: String(index), createdAt: NOW - index * MINUTE, message })),
});
const told = (sources: TimelineSources) => timeline(sources).map(({ level, text }) => `${level}: ${text}`);

/** A task of :43 that ran for half a minute and died. */
const dead = (index: number, minutesAgo: number, changes: Partial<Task> = {}): Task => ({
	...task,
	taskArn: TASK_ARN.replace('77aa10', `${index}`.padStart(6, 'a')),
	startedAt: NOW - minutesAgo * MINUTE - 30_000,
	stoppingAt: NOW - minutesAgo * MINUTE,
	...changes,
});

test('puts what happened in one order, newest first, and each thing once', () => {
	expect(timeline({ service, tasks: [task] }).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
		'deployment: deploy :42 → :43 began',
		'event: has reached a steady state',
		'stop: task 77aa10 of :43 stopped: failed its container health check (app)',
		'start: task 77aa10 of :43 started',
		'event: has reached a steady state',
		'deployment: deploy of :42 completed',
		'deployment: deploy of :42 began',
	]);
});

describe('what ECS says', () => {
	test('is told from the day of a service where it is a failure', () => {
		const messages = [
			'(service checkout) was unable to place a task because no container instance met all of its requirements.',
			'(service checkout) (port 8080) is unhealthy in (target-group x) due to (reason Request timed out)',
			'(service checkout) has started 1 tasks: (task 77aa10f0c1d24e5f8a9b0c1d2e3f4a5b).',
			'(service checkout) has reached a steady state.',
		];
		const levels = timeline({ service: saying(...messages) }).map(({ level }) => level);
		expect(levels).toEqual(['failing', 'degraded', 'routine', 'routine']);
	});

	test('is left out where the tasks tell it, and stays where one of them is not known', () => {
		const message =
			'(service checkout) has started 2 tasks: (task 77aa10f0c1d24e5f8a9b0c1d2e3f4a5b) (task 9c01def0c1d24e5f8a9b0c1d2e3f4a5b).';
		const events = (tasks: readonly Task[]) =>
			timeline({ service: saying(message), tasks }).filter(({ kind }) => kind === 'event');
		expect(events([task, runningTask])).toEqual([]);
		expect(events([task])).toHaveLength(1);
	});

	test('stays where it says more than that a task started', () => {
		const message =
			'(service checkout) has started 1 tasks: (task 9c01def0c1d24e5f8a9b0c1d2e3f4a5b). Amazon ECS replaced 1 tasks due to an unhealthy status.';
		expect(told({ service: saying(message), tasks: [runningTask] })[0]).toMatch(/^failing: has started 1 tasks/u);
	});

	test('of a task that was replaced is left out where its end is told', () => {
		const replaced =
			'(service checkout) has started 1 tasks: (task 9c01def0c1d24e5f8a9b0c1d2e3f4a5b). Amazon ECS replaced 1 tasks due to an unhealthy status.';
		const lines = (minutesAgo: number) =>
			timeline({ service: saying(replaced), tasks: [dead(1, minutesAgo)] }).filter(({ kind }) => kind === 'event');
		expect(lines(0)).toEqual([]);
		expect(lines(20)).toHaveLength(1);
	});

	test('of a target is left out where the target was seen to become unhealthy', () => {
		const message = `(service checkout) (port 8080) is unhealthy in (target-group ${TARGET_GROUP_ARN}) due to (reason Request timed out)`;
		const flip = { ...targetFlip, at: NOW - 20_000 };
		expect(told({ service: saying(message), flips: [flip] })).toEqual([
			'failing: target 10.0.3.40:8080 is unhealthy, was healthy: Request timed out',
		]);
	});
});

const targetFlip: HealthFlip = {
	at: NOW,
	kind: 'target',
	serviceArn: SERVICE_ARN,
	before: 'healthy',
	after: 'unhealthy',
	targetGroupArn: TARGET_GROUP_ARN,
	targetId: '10.0.3.40',
	port: 8080,
	reason: 'Target.Timeout',
	description: 'Request timed out',
};

describe('rows of the same', () => {
	test('keep the first, and say at the newest how many in how long', () => {
		const tasks = [dead(1, 9), dead(2, 6), dead(3, 2)].map(
			(one) => ({ ...one, startedAt: undefined }) as unknown as Task,
		);
		expect(told({ service: quiet, tasks })).toEqual([
			'failing: task aaaaa3 of :43 stopped: failed its container health check (app) (3rd in 7m)',
			'failing: task aaaaa1 of :43 stopped: failed its container health check (app)',
		]);
		const [newest] = timeline({ service: quiet, tasks });
		expect(newest).toMatchObject({
			count: 3,
			since: NOW - 9 * MINUTE,
			place: { kind: 'task', taskArn: dead(3, 2).taskArn },
		});
		expect(newest?.detail?.join('\n')).toContain('before it: task aaaaa2');
	});

	test('are told apart where nothing came for long', () => {
		const tasks = [dead(1, 40), dead(2, 2)];
		expect(timeline({ service: quiet, tasks }).filter(({ kind }) => kind === 'stop')).toHaveLength(2);
	});

	test('that come together are one', () => {
		const started = [1, 2, 3].map((index) => ({
			...runningTask,
			taskArn: dead(index, 0).taskArn,
			startedAt: NOW - index * 1000,
		}));
		expect(told({ service: quiet, tasks: started })).toEqual(['routine: 3 tasks of :42 started']);
	});

	test('keep their id while more of them come, so that a cursor stays', () => {
		const ids = (...tasks: readonly Task[]) =>
			timeline({ service: quiet, tasks })
				.filter(({ kind }) => kind === 'stop')
				.map(({ id }) => id);
		expect(ids(dead(1, 9), dead(2, 6), dead(3, 2))).toEqual(ids(dead(1, 9), dead(2, 6)));
	});

	test('are the same in whatever order they came', () => {
		const tasks = [dead(1, 9), dead(2, 6), dead(3, 2)];
		expect(timeline({ service: quiet, tasks: tasks.toReversed() })).toEqual(timeline({ service: quiet, tasks }));
	});

	test('of tasks that come and go leave room for what matters, whatever lies between', () => {
		const group = `(target-group ${TARGET_GROUP_ARN})`;
		const [gone, come] = [`deregistered 1 targets in ${group}`, `registered 2 targets in ${group}`];
		const name = 'target group checkout-tg';
		expect(told({ service: saying(come, gone, 'b', come, gone, come, gone) })).toEqual([
			`routine: registered 2 targets in ${name} (3rd in 5m)`,
			`routine: deregistered 1 targets in ${name} (3rd in 5m)`,
			'routine: b',
			`routine: registered 2 targets in ${name}`,
			`routine: deregistered 1 targets in ${name}`,
		]);
	});

	test('of routine are folded between neighbours only', () => {
		expect(told({ service: saying('a', 'a', 'b', 'a') })).toEqual(['routine: a ×2', 'routine: b', 'routine: a']);
	});
});

describe('deployments', () => {
	test('say what is new, with values of the environment masked, and what became of them', () => {
		const [primary] = service.deployments;
		if (!primary) throw new Error('checkout has a deployment');
		const history: readonly ServiceDeployment[] = [
			{
				serviceDeploymentArn: 'd43',
				serviceArn: SERVICE_ARN,
				status: 'ROLLBACK_SUCCESSFUL',
				createdAt: NOW - 3 * MINUTE,
				targetTaskDefinition: revision(43),
				sourceTaskDefinitions: [revision(42)],
				rollbackStartedAt: NOW - MINUTE,
				rollbackTaskDefinition: revision(42),
			},
		];
		const document = (image: string, port: string) => ({
			containerDefinitions: [{ name: 'app', image, environment: [{ name: 'PORT', value: port }] }],
		});
		const taskDefinitions = {
			[revision(42)]: { ...taskDefinition, document: document('shop/checkout:1.42', 'hunter2') },
			[revision(43)]: { ...taskDefinition, document: document('shop/checkout:1.43', '8081') },
		};
		const back = { ...primary, taskDefinition: revision(42), createdAt: NOW - MINUTE, rolloutState: 'COMPLETED' };
		const entries = timeline({ service: { ...quiet, deployments: [back] }, history, taskDefinitions });
		expect(entries.map(({ level, text }) => `${level}: ${text}`)).toEqual([
			'routine: rollback to :42 completed',
			'failing: rolled back :43 → :42',
			'failing: deploy :42 → :43 failed',
			'changing: deploy :42 → :43 began: image …:1.42 → …:1.43, env PORT',
		]);
		const detail = entries.at(-1)?.detail?.join('\n') ?? '';
		expect(detail).toContain('containerDefinitions[app].image shop/checkout:1.42 → shop/checkout:1.43');
		expect(detail).toContain('PORT');
		expect(detail).not.toMatch(/hunter2|8081/u);
	});
});

test('health that was seen first has not changed', () => {
	const { before: _, ...first } = targetFlip;
	expect(told({ service: quiet, flips: [first] })).toEqual([]);
});

test('a target that is a task says whose it is', () => {
	expect(
		told({ service: quiet, tasks: [{ ...runningTask, startedAt: NOW - 99 * MINUTE }], flips: [targetFlip] })[0],
	).toBe('failing: target 10.0.3.40:8080 (task 9c01de) is unhealthy, was healthy: Request timed out');
});

test('an alarm is told once, by when AWS says it went off', () => {
	const alarm = { kind: 'alarm', serviceArn: SERVICE_ARN, alarmName: 'checkout-5xx' } as const;
	const flips: readonly HealthFlip[] = [
		{ ...alarm, at: NOW - 9 * MINUTE, before: 'ALARM', after: 'OK' },
		{ ...alarm, at: NOW - MINUTE, before: 'OK', after: 'ALARM' },
	];
	const alarms = [{ name: 'checkout-5xx', state: 'ALARM', since: NOW - MINUTE - 8_000 }];
	expect(told({ service: quiet, alarms, flips })).toEqual([
		'failing: alarm checkout-5xx went to ALARM',
		'routine: alarm checkout-5xx went from ALARM to OK',
	]);
});

test('what was changed with deckwatch says who did what, and only of this service', () => {
	const change: PastChange = {
		id: 'c1',
		time: '2026-11-20T12:00:00.000Z',
		verb: 'scale',
		account: '111122223333',
		region: 'ap-northeast-1',
		clusterArn: service.clusterArn,
		clusterName: 'prod',
		serviceArn: SERVICE_ARN,
		serviceName: 'checkout',
		identity: 'arn:aws:sts::111122223333:assumed-role/ops/ada',
		differences: [{ what: 'Desired count', before: '4', after: '6' }],
		calls: [],
		ended: true,
		state: 'done',
		text: '6 of 6 running',
	};
	const changes = [
		change,
		{ ...change, id: 'c2', serviceArn: 'other' },
		{ ...change, id: 'c3', state: 'not-sent' as const },
	];
	expect(told({ service: quiet, changes })).toEqual(['changing: ada: scale: Desired count 4 → 6']);
});

test.each([
	[{ stopCode: 'SpotInterruption', stoppedReason: 'Your Spot Task was interrupted.' }, 'degraded'],
	[{ stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' }, 'changing'],
	[
		{
			stopCode: 'ServiceSchedulerInitiated',
			stoppedReason: 'Scaling activity initiated by (deployment ecs-svc/1234567890123456789)',
		},
		'routine',
	],
])('the end of a task that AWS or somebody took away stands out from the routine: %j', (changes, level) => {
	const [stop] = timeline({ service: quiet, tasks: [dead(1, 2, { ...changes, containers: [] })] });
	expect(stop).toMatchObject({ kind: 'stop', level });
});

test('a task that stops keeps the time at which it began to, once it has stopped', () => {
	const { stoppedAt: _, ...stopping } = task;
	const at = (one: Task) => timeline({ service: quiet, tasks: [one] }).map((entry) => entry.at);
	expect(at({ ...stopping, lastStatus: 'DEPROVISIONING' })).toEqual(at(task));
});
