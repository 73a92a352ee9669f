import { describe, expect, test } from 'vitest';
import { attention } from '../../../src/diagnosis/attention.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { MINUTE, taskDefinitionArn } from '../../fixtures/shop.ts';
import { ago, checkout, events, NOW } from '../checkout.ts';
import { advice, deaths, definition, found } from '../found.ts';

const CALM = { service: checkout(), tasks: [aTask('checkout', 'a')] };
const metrics = (cpu: number, memory: number) => {
	const series = { startedAt: ago(5), periodMs: MINUTE };
	return { cpu: { ...series, values: Array(5).fill(cpu) }, memory: { ...series, values: Array(5).fill(memory) } };
};
const UNHEALTHY = aTask('checkout', 'a', {
	healthStatus: 'UNHEALTHY',
	containers: [{ name: 'app', lastStatus: 'RUNNING', healthStatus: 'UNHEALTHY' }],
});

test('whatever is risky, a service that is well stays fine', () => {
	const taskDefinitions = definition(43, [
		{ name: 'app', cpu: 0, image: 'shop/checkout:latest', logs: { logDriver: 'awslogs', group: 'g' } },
		{ name: 'agent', cpu: 512 },
	]);
	const { level, findings } = attention({ ...CALM, taskDefinitions, metrics: metrics(95, 92) }, NOW);
	expect(level).toBe('fine');
	expect(findings.map(({ id, severity }) => `${id} ${severity}`).toSorted()).toEqual([
		'x-cpu-zero info',
		'x-memory-tight info',
		'x-mutable-image info',
		'x-no-logs info',
	]);
});

describe('x-cpu-zero', () => {
	const taskDefinitions = definition(43, [{ name: 'app' }, { name: 'agent', cpu: 512 }]);

	test('is why a check fails when the one with the shares is busy', () => {
		const all = found({ service: checkout(), tasks: [UNHEALTHY], taskDefinitions, metrics: metrics(97, 40) });
		expect(Object.keys(all)).toEqual(['x-cpu-zero']);
		expect(all['x-cpu-zero']).toMatchObject({
			severity: 'high',
			sentence: 'app has no CPU of its own (cpu 0) beside agent with 512; it starves when agent is busy',
		});
	});

	test('is why a check times out since it came to stand beside the other, though CPU is low on average', () => {
		const from = taskDefinitionArn('checkout', 42);
		const deployment = { id: 'ecs-svc/checkout', createdAt: ago(12) };
		const loadBalancers = [{ targetGroupArn: 'arn', containerName: 'app', containerPort: 8080 }];
		const said =
			'(service checkout) (task 1) (port 8080) is unhealthy in (target-group arn) due to (reason Request timed out).';
		const service = checkout({ loadBalancers, events: events([3, said]) }, deployment);
		const KILLED = {
			stopCode: 'ServiceSchedulerInitiated',
			stoppedReason:
				'Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:1:targetgroup/app/a)',
		};
		const old = aTask('checkout', 'old', { taskDefinitionArn: from, startedBy: 'ecs-svc/old', createdAt: ago(500) });
		const tasks = [...deaths([1, 4, 8], 240, KILLED), old];
		const before = definition(42, [{ name: 'app' }]);
		const all = found({ service, tasks, taskDefinitions: { ...before, ...taskDefinitions }, metrics: metrics(30, 40) });
		expect(Object.keys(all)).toEqual(['x-cpu-zero']);
		expect(all['x-cpu-zero']).toMatchObject({ severity: 'critical', confidence: 'medium', since: ago(8) });
		expect(advice(all['x-cpu-zero'])[0]).toBe('Roll back to :42');
		// It was so before: then it is not the news.
		const asBefore = { ...definition(42, [{ name: 'app' }, { name: 'agent', cpu: 512 }]), ...taskDefinitions };
		expect(found({ service, tasks, taskDefinitions: asBefore, metrics: metrics(30, 40) })).toHaveProperty(
			'elb-healthcheck-failed',
		);
	});

	test('is only suspected where CPU is not known to be short', () => {
		const all = found({ service: checkout(), tasks: [UNHEALTHY], taskDefinitions, metrics: metrics(20, 40) });
		expect(all['x-cpu-zero']).toMatchObject({ severity: 'warning', confidence: 'low' });
		expect(all).toHaveProperty('container-healthcheck-failed');
	});

	test('is nothing for a lone container, for Windows, or where the other has no shares either', () => {
		expect(found({ ...CALM, taskDefinitions: definition(43, [{ name: 'app' }]) })).toEqual({});
		expect(found({ ...CALM, taskDefinitions: definition(43, [{ name: 'app' }, { name: 'agent' }]) })).toEqual({});
		const runtimePlatform = { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' };
		const windows = definition(43, [{ name: 'app' }, { name: 'agent', cpu: 512 }], { runtimePlatform });
		expect(found({ ...CALM, taskDefinitions: windows })).toEqual({});
	});
});

describe('x-memory-tight', () => {
	test('is a warning when it stays above 95 %, and when memory ran out within the day', () => {
		expect(found({ ...CALM, metrics: metrics(20, 97) })['x-memory-tight']).toMatchObject({
			severity: 'warning',
			sentence: 'memory at 97 %',
		});
		const reason = 'OutOfMemoryError: Container killed due to memory usage';
		const tasks = deaths([120], 600, { containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 137, reason }] });
		expect(found({ service: checkout(), tasks })['x-memory-tight']).toMatchObject({
			severity: 'warning',
			sentence: 'a container ran out of memory 2h ago',
		});
	});

	test('is nothing of one minute', () => {
		const { cpu, memory } = metrics(20, 40);
		expect(found({ ...CALM, metrics: { cpu, memory: { ...memory, values: [40, 40, 40, 40, 99] } } })).toEqual({});
	});
});

test('x-mutable-image: running tasks of one revision with different digests say that the tag was moved', () => {
	const running = (id: string, imageDigest: string) =>
		aTask('checkout', id, {
			containers: [{ name: 'app', lastStatus: 'RUNNING', image: 'shop/checkout:v2', imageDigest }],
		});
	const tasks = [running('a', 'sha256:0123456789abcdef'), running('b', 'sha256:fedcba9876543210')];
	expect(found({ service: checkout(), tasks })['x-mutable-image']).toMatchObject({
		sentence: 'tasks of one revision run different images of app: its tag was moved',
		evidence: [{ text: 'app runs as sha256:0123456789ab and sha256:fedcba987654' }],
	});
});

test('x-no-logs: matters once tasks die', () => {
	const { 'x-no-logs': finding } = found({
		service: checkout(),
		tasks: deaths([1, 4, 8], 40),
		taskDefinitions: definition(43, [{ name: 'app', logs: { logDriver: 'awslogs', group: 'g' } }]),
	});
	expect(finding).toMatchObject({
		severity: 'warning',
		sentence: 'app writes a log that no task can be told by: it has no stream prefix',
	});
});
