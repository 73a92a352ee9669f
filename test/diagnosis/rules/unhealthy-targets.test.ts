import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { unhealthyTargets } from '../../../src/diagnosis/rules/unhealthy-targets.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { taskDefinitionArn } from '../../fixtures/shop.ts';
import { aMachine } from './capacity.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { aGroup, aTarget, flip } from '../failing-checks.ts';

const search = (evidence: Partial<Evidence>) => unhealthyTargets({ service: checkout(), ...evidence }, NOW);
const find = (evidence: Partial<Evidence>) => search(evidence)[0];

const TIMEOUT = { reason: 'Target.Timeout', description: 'Request timed out' };
const REFUSED = { reason: 'Target.FailedHealthChecks', description: 'Health checks failed' };
const answers = (code: number) => ({
	reason: 'Target.ResponseCodeMismatch',
	description: `Health checks failed with these codes: [${code}]`,
});
const targetGroups = [aGroup()];
const WELL = aTarget(9, 'healthy');

describe('what fails', () => {
	test('no target is healthy: says so, that traffic still flows, and what the check asks', () => {
		const targets = [aTarget(1, 'unhealthy', answers(404)), aTarget(2, 'unhealthy', answers(404))];
		const found = find({ targets, targetGroups });
		expect(found).toMatchObject({
			id: 'tg-code-mismatch',
			severity: 'critical',
			confidence: 'high',
			sentence: "no healthy target: all 2 fail the load balancer's health check (404 on /healthz)",
			ruledOut: ['Not the security group, port or routing: an HTTP status came back through them'],
		});
		expect(found?.evidence.map(({ text }) => text)).toEqual([
			'10.0.3.1:8080: Health checks failed with these codes: [404]',
			'10.0.3.2:8080: Health checks failed with these codes: [404]',
			'the check: HTTP /healthz, wants 200, every 30s, unhealthy after 2',
			'with no healthy target the load balancer asks all of them: traffic still flows, but ECS keeps killing tasks',
		]);
	});

	test('some targets fail', () => {
		const found = find({ targets: [WELL, aTarget(1, 'unhealthy', TIMEOUT)], targetGroups });
		expect(found?.sentence).toBe(
			"1 of 2 targets fails the load balancer's health check (no answer within 5s on /healthz)",
		);
		expect(found?.evidence.map(({ text }) => text).join()).not.toMatch(/traffic still flows/u);
		// The others are behind the same one.
		expect(found?.next.map(({ text }) => text).join()).not.toContain('security group');
	});

	test("without the group's settings AWS's words have to do", () => {
		const targets = [aTarget(1, 'unhealthy', REFUSED), aTarget(2, 'unhealthy', REFUSED)];
		expect(find({ targets })).toMatchObject({
			id: 'tg-connection-failed',
			confidence: 'medium',
			sentence: "no healthy target: all 2 fail the load balancer's health check (Health checks failed)",
		});
	});

	test('without a reason it is only unhealthy', () => {
		expect(find({ targets: [aTarget(1, 'unhealthy')] })).toMatchObject({
			id: 'elb-target-unhealthy',
			confidence: 'low',
			sentence: "no healthy target: the only one fails the load balancer's health check",
		});
	});

	test('each target group is judged by itself, and named where there are several', () => {
		const other = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/internal/a6d7';
		const targets = [WELL, aTarget(1, 'unhealthy', { ...TIMEOUT, targetGroupArn: other })];
		expect(search({ targets, targetGroups }).map(({ sentence }) => sentence)).toEqual([
			"no healthy target in internal: the only one fails the load balancer's health check (Request timed out)",
		]);
	});

	test('the reason that most have speaks', () => {
		const targets = [1, 2, 3].map((last) => aTarget(last, 'unhealthy', last === 1 ? TIMEOUT : answers(503)));
		expect(find({ targets: [WELL, ...targets], targetGroups })?.id).toBe('tg-code-mismatch');
	});

	test('draining and unused targets fail nobody, and nothing is concluded from nothing', () => {
		expect(search({})).toEqual([]);
		expect(search({ targets: [] })).toEqual([]);
		expect(search({ targets: [aTarget(1, 'draining'), aTarget(2, 'unused'), aTarget(3, 'initial')] })).toEqual([]);
	});
});

describe('what a status code means', () => {
	test.each([
		[404, 'Let the health check ask a path that is there, or bring that path back'],
		[302, 'Let the health check ask a path that does not redirect (to HTTPS, to a login), or accept the code'],
		[400, "Accept the load balancer's Host header on that path: it is the address of the target, not a domain"],
		[403, 'Leave the path of the health check out of the login, or accept the code'],
		[502, 'See whether what stands behind the proxy in the task is up: it is the proxy that answers so'],
		[500, 'Look into the log at that minute: the application fails, or something that it checks'],
		[204, 'Accept 204 in the matcher, if that is a healthy answer'],
	])('%i', (code, next) => {
		expect(find({ targets: [aTarget(1, 'unhealthy', answers(code))] })?.next).toEqual([{ text: next }]);
	});
});

describe('a connection that fails', () => {
	const targets = [aTarget(1, 'unhealthy', REFUSED)];
	const behind = (protocol: string) => find({ targets, targetGroups: [aGroup({ protocol })] });

	test('is not the security group behind an Application Load Balancer, which tells a timeout apart', () => {
		expect(behind('HTTP')?.ruledOut).toEqual(['Not the security group: packets that it drops are a timeout']);
	});

	test('may be it behind a Network Load Balancer, which does not (ELB API reference, TargetHealth), or where nothing was read', () => {
		expect(behind('TCP')?.ruledOut).toEqual([]);
		expect(behind('TCP')?.next[0]?.text).toMatch(/security group/u);
		expect(find({ targets })?.ruledOut).toEqual([]);
	});
});

describe('a timeout', () => {
	const targets = [WELL, aTarget(1, 'unhealthy', TIMEOUT)];

	test('is hardly the security group where other targets pass', () => {
		expect(find({ targets })?.ruledOut).toEqual([
			'Not the security group for all of them: 1 of 2 targets of the group pass',
		]);
		expect(find({ targets: [targets[1] ?? WELL] })?.ruledOut).toEqual([]);
	});

	test('advises to let the load balancer in only where no target passes', () => {
		const steps = (all: typeof targets) =>
			find({ targets: all })
				?.next.map(({ text }) => text)
				.join();
		expect(steps(targets)).not.toMatch(/security group/u);
		expect(steps(targets.slice(1))).toMatch(/security group take the load balancer in/u);
	});

	test('is told beside a CPU that has no room', () => {
		const series = (value: number) => ({ startedAt: ago(3), periodMs: 60_000, values: [40, value, null] });
		const texts = (cpu: number) =>
			find({ targets, metrics: { cpu: series(cpu), memory: series(10) } })?.evidence.map(({ text }) => text);
		expect(texts(97)).toContain('CPU is at 97%: it may be too slow to answer');
		expect(texts(60)?.join()).not.toMatch(/CPU/u);
	});
});

describe('how bad it is', () => {
	const targets = [WELL, aTarget(1, 'unhealthy', TIMEOUT)];
	const severity = (evidence: Partial<Evidence>) => find({ targets, ...evidence })?.severity;

	test('one that was just seen to fail, once, is routine', () => {
		expect(severity({ flips: [flip(0.5, 'healthy', 'unhealthy')] })).toBe('info');
	});

	test('one that still fails at the next look, or fails again, is not', () => {
		expect(severity({ flips: [flip(2, 'healthy', 'unhealthy')] })).toBe('high');
		const again = [flip(9, 'healthy', 'unhealthy'), flip(8, 'unhealthy', 'healthy'), flip(0.2, 'healthy', 'unhealthy')];
		expect(severity({ flips: again })).toBe('high');
		expect(find({ targets, flips: again })).toMatchObject({ since: ago(0.2) });
	});

	test('without a memory of it, it is a warning', () => {
		expect(severity({})).toBe('warning');
		expect(severity({ flips: [] })).toBe('warning');
	});

	test('a first sight tells no beginning', () => {
		expect(find({ targets, flips: [flip(2, undefined, 'unhealthy')] })).toMatchObject({ mayBeOlder: true });
	});

	test('with too few tasks it is worse', () => {
		expect(severity({ service: checkout({ runningCount: 3 }) })).toBe('high');
	});

	const behind = (last: number, changes = {}) =>
		aTask('checkout', `t${last}`, { privateIpv4Address: `10.0.3.${last}`, startedAt: ago(3), ...changes });

	test('two of the newest deployment are worse than two of any', () => {
		const two = [WELL, aTarget(1, 'unhealthy', TIMEOUT), aTarget(2, 'unhealthy', TIMEOUT)];
		expect(severity({ targets: two, tasks: [behind(1), behind(2)] })).toBe('high');
		expect(severity({ targets: two, tasks: [behind(1), behind(2, { startedBy: 'ecs-svc/old' })] })).toBe('warning');
	});

	test('what a rollout of the last hour brought is told with the way back', () => {
		const [primary] = checkout({}, { createdAt: ago(6), rolloutState: 'IN_PROGRESS' }).deployments;
		const old = { id: 'ecs-svc/old', status: 'ACTIVE', taskDefinition: taskDefinitionArn('checkout', 42) };
		const service = checkout({
			deployments: primary ? [primary, { ...primary, ...old, createdAt: ago(9000) }] : [],
		});
		const steps = (task: ReturnType<typeof behind>) => find({ service, targets, tasks: [task] })?.next;
		expect(steps(behind(1))?.[0]?.command).toBe('deckwatch rollback checkout --to 42');
		expect(steps(behind(1, { startedBy: 'ecs-svc/old' }))?.[0]?.command).toBeUndefined();
	});

	test('within the grace period it is awaited, on an instance as well', () => {
		const service = checkout({ healthCheckGracePeriodSeconds: 240 });
		const instances = [aMachine({ ec2InstanceId: 'i-0ab1' })];
		const lone = [aTarget(1, 'unhealthy', { ...TIMEOUT, id: 'i-0ab1', port: 32_768 })];
		const on = { privateIpv4Address: undefined, containerInstanceArn: instances[0]?.containerInstanceArn };
		expect(severity({ service, instances, targets: lone, tasks: [behind(1, on)] })).toBe('warning');
		expect(severity({ service, instances, targets: lone, tasks: [behind(1, { ...on, startedAt: ago(5) })] })).toBe(
			'critical',
		);
	});

	test('within the grace period it is awaited', () => {
		const service = checkout({ healthCheckGracePeriodSeconds: 240 });
		expect(severity({ service, tasks: [behind(1)] })).toBe('info');
		expect(severity({ service, tasks: [behind(1, { startedAt: ago(5) })] })).toBe('warning');
		const lone = [aTarget(1, 'unhealthy', TIMEOUT)];
		expect(severity({ service, targets: lone, tasks: [behind(1)] })).toBe('warning');
		expect(severity({ service, targets: lone, tasks: [behind(1, { startedAt: ago(5) })] })).toBe('critical');
	});
});

test('says whose task a target is, and opens it', () => {
	const tasks = [aTask('checkout', '3f2a1b77', { privateIpv4Address: '10.0.3.1' })];
	const [line] = find({ targets: [aTarget(1, 'unhealthy', TIMEOUT)], tasks })?.evidence ?? [];
	expect(line).toMatchObject({
		text: '10.0.3.1:8080 (task 3f2a1b): Request timed out',
		api: 'elasticloadbalancing:DescribeTargetHealth',
		place: { kind: 'target', targetId: '10.0.3.1' },
	});
});
