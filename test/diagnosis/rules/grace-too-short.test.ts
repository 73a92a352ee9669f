import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { graceTooShort } from '../../../src/diagnosis/rules/grace-too-short.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, checkout, died, events, NOW } from '../checkout.ts';
import { aGroup, aTarget, flip, GROUP, killed, said } from '../failing-checks.ts';

// As a public issue shows it: registered 21:21:16, unhealthy 21:22:14, with the defaults of 30 s and 2 failures.
const TASKS = [killed('load balancer', 1, 63), killed('load balancer', 4, 66)] as const;
const BALANCER = { targetGroupArn: GROUP, containerName: 'app', containerPort: 8080 };
const STARTING = [
	[1, 'starting checkout'],
	[40, 'warming caches: 3 of 9'],
] as const;
const logs = (...lines: readonly (readonly [number, string])[]) => ({
	...said(TASKS[0], ...lines),
	...said(TASKS[1], ...lines),
});
const evidence: Evidence = {
	service: checkout({ loadBalancers: [BALANCER] }),
	tasks: TASKS,
	targetGroups: [aGroup()],
	lastLines: logs(...STARTING),
};
const find = (changes: Partial<Evidence> = {}) => graceTooShort({ ...evidence, ...changes }, NOW)[0];

test('tasks that are killed while they start: says how long they need, and which grace period would do', () => {
	const found = find();
	expect(found).toMatchObject({
		id: 'x-grace-too-short',
		severity: 'high',
		confidence: 'high',
		sentence:
			"the load balancer's check kills app before it is up: it needs longer than 1m06s, and no grace period is set",
		since: ago(4),
	});
	expect(found?.evidence.map(({ text }) => text)).toEqual([
		'task killed was stopped 1m03s after its start; it had not said by then that it was up',
		'task killed was stopped 1m06s after its start; it had not said by then that it was up',
		'no grace period is set',
		'checkout-tg gives a target up after 2 failed checks of 30s, and takes it after 5 passed ones',
	]);
	expect(found?.next[0]).toEqual({
		text: 'Set the grace period to at least 220s: more than 66s to start + 5 passed checks of 30s. That triggers no deployment',
		command:
			'aws ecs update-service --cluster prod --region ap-northeast-1 --service checkout --health-check-grace-period-seconds 220',
	});
});

test('a start that was measured is given as it is', () => {
	const found = find({ lastLines: logs(...STARTING, [61, 'listening on 0.0.0.0:8080']) });
	expect(found?.sentence).toMatch(/it takes 1m01s, and no grace period is set$/u);
	expect(found?.next[0]?.text).toMatch(
		/^Set the grace period to at least 220s: 61s to start \+ 5 passed checks of 30s/u,
	);
});

test('a grace period that is over too soon is named', () => {
	const tasks = [killed('load balancer', 1, 95), killed('load balancer', 4, 92)] as const;
	const service = { ...evidence.service, healthCheckGracePeriodSeconds: 90 };
	const lastLines = { ...said(tasks[0], ...STARTING), ...said(tasks[1], ...STARTING) };
	expect(find({ service, tasks, lastLines })?.sentence).toMatch(/the grace period is 90s$/u);
});

test('without logs it is likely where another task of the revision passes the same check', () => {
	const well = aTask('checkout', 'well', { privateIpv4Address: '10.0.3.9' });
	const tasks = [...TASKS, well];
	expect(find({ tasks, lastLines: undefined, targets: [aTarget(9, 'healthy')] })?.confidence).toBe('medium');
	expect(find({ tasks, lastLines: undefined, targets: [aTarget(9, 'initial')] })).toBeUndefined();
});

describe('finds nothing', () => {
	test('of one kill alone, or of tasks that end by themselves', () => {
		expect(find({ tasks: [TASKS[0]] })).toBeUndefined();
		expect(find({ tasks: [died(1), died(2)] })).toBeUndefined();
	});

	test('where they lived far longer than the check and the grace period', () => {
		expect(find({ tasks: [killed('load balancer', 1, 900), killed('load balancer', 4, 1200)] })).toBeUndefined();
	});

	test('where a task that had run for hours was killed as well', () => {
		const third = killed('load balancer', 3, 64);
		const tasks = [...TASKS, third, killed('load balancer', 7, 7200)];
		expect(find({ tasks: [...TASKS, third] })).toBeDefined();
		expect(find({ tasks })).toBeUndefined();
	});

	test('once the grace period has been raised', () => {
		expect(find({ service: { ...evidence.service, healthCheckGracePeriodSeconds: 240 } })).toBeUndefined();
	});

	test('where they were up with time to spare', () => {
		const group = aGroup({ healthCheckIntervalSeconds: 5, healthyThresholdCount: 2, unhealthyThresholdCount: 10 });
		const lastLines = logs([1, 'starting'], [6, 'listening on 0.0.0.0:8080']);
		expect(find({ targetGroups: [group], lastLines })).toBeUndefined();
		expect(find({ targetGroups: [group] })).toBeDefined();
	});

	test('where a target was healthy before it failed', () => {
		expect(find({ flips: [flip(1.5, 'initial', 'healthy', 1), flip(1.2, 'healthy', 'unhealthy', 1)] })).toBeUndefined();
	});

	test('where the answer is one of something that is up', () => {
		const message = `(service checkout) (task 9d8) (port 8080) is unhealthy in (target-group ${GROUP}) due to (reason Health checks failed with these codes: [404]).`;
		expect(find({ service: { ...evidence.service, events: events([1, message]) } })).toBeUndefined();
		expect(
			find({ service: { ...evidence.service, events: events([1, message.replace('404', '503')]) } }),
		).toBeDefined();
	});

	test('where the log begins later, or nothing was read', () => {
		expect(find({ lastLines: logs([50, 'GET / 200']) })).toBeUndefined();
		expect(find({ lastLines: undefined })).toBeUndefined();
		expect(find({ targetGroups: undefined })).toBeUndefined();
		expect(find({ tasks: undefined })).toBeUndefined();
	});
});
