import { describe, expect, test } from 'vitest';
import { attention } from '../../src/diagnosis/attention.ts';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import type { TargetHealth } from '../../src/model/load-balancing.ts';
import type { ServiceMetrics } from '../../src/model/metrics.ts';
import type { ServiceScaling } from '../../src/model/scaling.ts';
import type { Task } from '../../src/model/task.ts';
import { aTask } from '../fixtures/a-service.ts';
import { MINUTE } from '../fixtures/shop.ts';
import { ago, checkout, died, events, NOW } from './checkout.ts';
import { spoken } from './spoken.ts';

function unhealthy(id: string): Task {
	const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }];
	return aTask('checkout', id, { healthStatus: 'UNHEALTHY', containers });
}

const target = (state: string, description?: string): TargetHealth => ({
	id: '10.0.3.41',
	port: 8080,
	state,
	...(description !== undefined && { description }),
});

const judge = (evidence: Evidence) => spoken(attention(evidence, NOW));

describe('failing', () => {
	test('nothing runs: says so even when nothing else is known', () => {
		expect(judge({ service: checkout({ runningCount: 0 }) })).toEqual({ level: 'failing', reason: '0 of 4 running' });
	});

	test('nothing runs: names what the last task died of, and since when', () => {
		const service = checkout({ runningCount: 0, pendingCount: 1 });
		expect(judge({ service, tasks: [died(2), died(9)] })).toEqual({
			level: 'failing',
			reason: '0 of 4 running; the last task: exit 1, application error',
			since: ago(9),
		});
	});

	test('nothing runs: names why no task can be placed', () => {
		const service = checkout({
			runningCount: 0,
			events: events([
				3,
				'(service checkout) was unable to place a task. Reason: Capacity is unavailable at this time. Please try again later or in a different availability zone.',
			]),
		});
		expect(judge({ service }).reason).toMatch(
			/^0 of 4 running; ECS cannot start its tasks: Fargate has no capacity in these zones/u,
		);
		expect(judge({ service }).since).toBe(ago(3));
	});

	test('a crash loop shows although all tasks seem to run', () => {
		expect(judge({ service: checkout(), tasks: [died(1), died(4), died(8)] })).toEqual({
			level: 'failing',
			reason: 'app dies: exit 1, application error; 3 tasks died in 15 min',
			since: ago(8),
		});
	});

	test('a crash loop that a redeploy does not mend counts all that died, the same whether one runs for a moment or none', () => {
		const old = [4, 8, 12, 16, 20].map((minutes) => died(minutes, { startedBy: 'ecs-svc/old' }));
		const found = (runningCount: number) =>
			judge({ service: checkout({ runningCount }, { rolloutState: 'IN_PROGRESS' }), tasks: [died(1), ...old] });
		const reason = 'app dies: exit 1, application error; 4 tasks died in 15 min,';
		expect(found(0)).toEqual({ level: 'failing', reason: `${reason} 0 of 4 running`, since: ago(20) });
		expect(found(1)).toEqual({ level: 'failing', reason: `${reason} 1 of 4 running`, since: ago(20) });
	});

	test('a crash loop is over when what replaced it holds', () => {
		const old = [4, 8, 12].map((minutes) => died(minutes, { startedBy: 'ecs-svc/old' }));
		expect(judge({ service: checkout({}, { rolloutState: 'IN_PROGRESS' }), tasks: old }).level).toBe('changing');
		expect(judge({ service: checkout(), tasks: [died(1), ...old] }).level).toBe('fine');
	});

	test('a crash loop of an hour began an hour ago', () => {
		const tasks = Array.from({ length: 13 }, (_, index) => died(1 + 5 * index));
		expect(judge({ service: checkout(), tasks })).toMatchObject({ level: 'failing', since: ago(61) });
	});

	test('a crash loop that reaches to where ECS forgets may have begun before', () => {
		const loop = (count: number) => Array.from({ length: count }, (_, index) => died(1 + 5 * index));
		expect(judge({ service: checkout(), tasks: loop(12) })).toMatchObject({ since: ago(56), mayBeOlder: true });
		expect(judge({ service: checkout(), tasks: loop(6) })).not.toHaveProperty('mayBeOlder');
		expect(judge({ service: checkout(), tasks: [...loop(12), died(90)] })).not.toHaveProperty('mayBeOlder');
	});

	test('tasks that never start are counted by ECS in failedTasks', () => {
		expect(judge({ service: checkout({}, { failedTasks: 3 }) }).reason).toBe('3 tasks of :43 failed in a row');
	});

	test('unhealthy tasks that ECS keeps replacing show in the events alone', () => {
		const message = '(service checkout) (task 0668979337dc48ebb791640cd1162053) failed container health checks.';
		const service = checkout({ events: events([1, message], [5, message], [9, message]) });
		expect(judge({ service })).toMatchObject({
			level: 'failing',
			reason: 'ECS replaced unhealthy tasks 3 times in 15 min',
		});
	});

	test('every task of a revision fails its container health check', () => {
		expect(judge({ service: checkout(), tasks: [unhealthy('3f2a1b'), unhealthy('9c01de')] })).toEqual({
			level: 'failing',
			reason: 'app fails its health check on every task of :43',
		});
	});

	test('no target of the load balancer is healthy', () => {
		const targets = [target('unhealthy', 'Health checks failed with these codes: [502]'), target('unhealthy')];
		expect(judge({ service: checkout(), targets }).reason).toBe(
			"no healthy target: all 2 fail the load balancer's health check (Health checks failed with these codes: [502])",
		);
	});

	test('one of several target groups has no healthy target', () => {
		const group = (name: string) => `arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/${name}/a6d7`;
		const targets = [
			{ ...target('healthy'), targetGroupArn: group('public') },
			{ ...target('unhealthy'), targetGroupArn: group('internal') },
			{ ...target('unhealthy'), targetGroupArn: group('internal') },
		];
		expect(judge({ service: checkout(), targets })).toMatchObject({
			level: 'failing',
			reason: "no healthy target in internal: all 2 fail the load balancer's health check",
		});
	});

	test('a crash loop shows whichever controller deploys', () => {
		const tasks = [1, 4, 8].map((minutes) => died(minutes, { startedBy: 'ecs-svc/green' }));
		const service = checkout({ deploymentController: 'CODE_DEPLOY', deployments: [] });
		expect(judge({ service, tasks }).reason).toMatch(/; 3 tasks died in 15 min$/u);
		const set = { status: 'PRIMARY', taskDefinition: 'checkout:43', desiredCount: 4, runningCount: 4, pendingCount: 0 };
		const withSets = (id: string) => ({ ...service, taskSets: [{ ...set, id }] });
		expect(judge({ service: withSets('ecs-svc/green'), tasks }).level).toBe('failing');
		expect(judge({ service: withSets('ecs-svc/blue'), tasks }).level).toBe('fine');
	});

	test('the only target of the load balancer is unhealthy', () => {
		expect(judge({ service: checkout(), targets: [target('unhealthy')] }).reason).toBe(
			"no healthy target: the only one fails the load balancer's health check",
		);
	});

	test('too few run and ECS has fallen silent: backing off is not recovery', () => {
		const service = checkout({
			runningCount: 3,
			events: events([46, '(service checkout) has started 1 tasks: (task 1).']),
		});
		expect(judge({ service })).toEqual({
			level: 'failing',
			reason: '3 of 4 running; ECS has said nothing for 46 min',
			since: ago(46),
		});
	});

	test('too few run because ECS starts tasks that do not stay', () => {
		const message = '(service checkout) has started 1 tasks: (task 0668979337dc48ebb791640cd1162053).';
		const service = checkout({
			runningCount: 3,
			pendingCount: 1,
			events: events([1, message], [6, message], [12, message]),
		});
		expect(judge({ service })).toMatchObject({
			level: 'failing',
			reason: expect.stringContaining('3 times in 15 min'),
		});
	});
});

describe('degraded', () => {
	test('some targets fail the load balancer, those that drain do not count', () => {
		const targets = [target('healthy'), target('unhealthy', 'Request timed out'), target('draining')];
		expect(judge({ service: checkout(), targets })).toEqual({
			level: 'degraded',
			reason: "1 of 2 targets fails the load balancer's health check (Request timed out)",
		});
	});

	test('some tasks fail their container health check', () => {
		const tasks = [unhealthy('3f2a1b'), aTask('checkout', '9c01de')];
		expect(judge({ service: checkout(), tasks })).toEqual({
			level: 'degraded',
			reason: 'app fails its health check on 1 of 2 tasks',
		});
	});

	const ceiling: ServiceScaling = {
		target: {
			resourceId: 'service/prod/checkout',
			minCapacity: 2,
			maxCapacity: 4,
			suspended: { scaleIn: false, scaleOut: false, scheduled: false },
		},
		policies: [
			{
				resourceId: 'service/prod/checkout',
				policyName: 'cpu',
				policyType: 'TargetTrackingScaling',
				metricType: 'ECSServiceAverageCPUUtilization',
				targetValue: 60,
			},
		],
	};
	const cpu = (...values: readonly (number | null)[]): ServiceMetrics => {
		const series = { startedAt: ago(values.length), periodMs: MINUTE, values };
		return { cpu: series, memory: { ...series, values: [] } };
	};

	test('at the scaling maximum with CPU over its target', () => {
		expect(judge({ service: checkout(), scaling: ceiling, metrics: cpu(50, 80, null, 88, 91.4) })).toEqual({
			level: 'degraded',
			reason: 'at its scaling maximum of 4 with CPU at 91 % (target 60 %)',
			since: ago(4),
		});
	});

	test('a ceiling reached before the metrics that are known may be older, and a dip of a minute does not end it', () => {
		const found = (...values: readonly (number | null)[]) =>
			judge({ service: checkout(), scaling: ceiling, metrics: cpu(...values) });
		expect(found(70, 80, 55, 88, null, 91)).toMatchObject({ since: ago(6), mayBeOlder: true });
		expect(found(70, 50, 50, 50, 88, 80, 91)).toEqual(expect.objectContaining({ since: ago(3) }));
		expect(found(70, 50, 50, 50, 88, 80, 91)).not.toHaveProperty('mayBeOlder');
	});

	test('one hot minute at the maximum is nothing, nor is a metric that is missing', () => {
		expect(judge({ service: checkout(), scaling: ceiling, metrics: cpu(50, 50, 50, 50, 91) }).level).toBe('fine');
		expect(judge({ service: checkout(), scaling: ceiling }).level).toBe('fine');
	});

	test('a task is missing for the moment', () => {
		const service = checkout({
			runningCount: 3,
			events: events([1, '(service checkout) has stopped 1 running tasks.']),
		});
		expect(judge({ service })).toEqual({ level: 'degraded', reason: '3 of 4 running' });
	});
});

describe('changing', () => {
	test('a rollout on its way, with its progress', () => {
		const service = checkout({}, { rolloutState: 'IN_PROGRESS', runningCount: 3, createdAt: ago(1) });
		expect(judge({ service })).toEqual({
			level: 'changing',
			reason: 'deploying :43, 3 of 4 tasks up',
			since: ago(1),
		});
	});

	test('a rollout may go down to its minimum healthy percent', () => {
		const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 100 };
		const rollout = { rolloutState: 'IN_PROGRESS', createdAt: ago(20) };
		expect(judge({ service: checkout({ runningCount: 2, deploymentConfiguration }, rollout) }).level).toBe('changing');
		expect(judge({ service: checkout({ runningCount: 1, deploymentConfiguration }, rollout) }).level).toBe('degraded');
	});

	test('a service that has just been started from nothing is not failing', () => {
		const service = checkout({
			runningCount: 0,
			pendingCount: 4,
			events: events([0.5, '(service checkout) has started 4 tasks: (task 1) (task 2) (task 3) (task 4).']),
		});
		expect(judge({ service })).toEqual({ level: 'changing', reason: '0 of 4 running, 4 starting' });
	});

	test('more run than are wanted', () => {
		expect(judge({ service: checkout({ runningCount: 6 }) }).reason).toBe('6 running, 4 wanted; 2 to be stopped');
	});
});

describe('fine', () => {
	test('all run', () => {
		expect(judge({ service: checkout() })).toEqual({ level: 'fine', reason: '4 of 4 running' });
	});

	test('nothing runs because nothing should', () => {
		const none = { desiredCount: 0, runningCount: 0 };
		expect(judge({ service: checkout(none) })).toEqual({ level: 'fine', reason: 'scaled to zero' });
		expect(judge({ service: checkout({ ...none, schedulingStrategy: 'DAEMON' }) }).reason).toBe(
			'no instance to run on',
		);
		expect(judge({ service: checkout({ ...none, status: 'INACTIVE' }) }).reason).toBe('deleted');
	});

	test('tasks that a deployment or a person stopped are no crash loop', () => {
		const stopCode = 'ServiceSchedulerInitiated';
		const stoppedReason = 'Scaling activity initiated by (deployment ecs-svc/8646900195280463695)';
		const tasks = [1, 2, 3, 4].map((minutes) => died(minutes, { stopCode, stoppedReason }));
		expect(judge({ service: checkout(), tasks }).level).toBe('fine');
	});

	test('a crash loop that ended 16 minutes ago is over', () => {
		expect(judge({ service: checkout(), tasks: [died(16), died(17), died(18)] }).level).toBe('fine');
	});
});
