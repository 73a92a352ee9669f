import { describe, expect, test } from 'vitest';
import type { Evidence } from '../../../src/diagnosis/evidence.ts';
import { startPeriodTooShort } from '../../../src/diagnosis/rules/start-period-too-short.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { serviceArn } from '../../fixtures/shop.ts';
import { ago, checkout, NOW } from '../checkout.ts';
import { checkedDefinition, definitions, killed, said } from '../failing-checks.ts';

// Every 10 s, 2 misses: UNHEALTHY after 20 to 30 s.
const TASKS = [killed('container', 1, 34), killed('container', 4, 38)] as const;
const logs = (...lines: readonly (readonly [number, string])[]) => ({
	...said(TASKS[0], ...lines),
	...said(TASKS[1], ...lines),
});
const evidence: Evidence = {
	service: checkout(),
	tasks: TASKS,
	taskDefinitions: definitions(checkedDefinition()),
	lastLines: logs([1, 'starting checkout']),
};
const find = (changes: Partial<Evidence> = {}) => startPeriodTooShort({ ...evidence, ...changes }, NOW)[0];

test('a container that its check gives up while it starts: says what it needs, and both ways to give it time', () => {
	const found = find();
	expect(found).toMatchObject({
		id: 'x-startperiod-too-short',
		severity: 'high',
		confidence: 'high',
		sentence: 'app is given up before it is up: it needs longer than 38s, and its check has no start period',
		since: ago(4),
	});
	expect(found?.evidence.map(({ text }) => text)).toContain(
		'app can be UNHEALTHY 20s after its start: every 10s, 2 misses, start period 0s',
	);
	expect(found?.next.map(({ text }) => text)).toEqual([
		'Set the grace period to at least 60s: 38s to start + a check of 10s and its timeout of 5s. That triggers no deployment',
		'Set startPeriod of the health check of app to at least 60s, in a new revision',
	]);
});

test('the start period that there is, and a measured start, are named', () => {
	const tasks = [killed('container', 1, 52), killed('container', 4, 53)] as const;
	const lines = [
		[1, 'starting checkout'],
		[45, 'listening on 0.0.0.0:8080'],
	] as const;
	const lastLines = { ...said(tasks[0], ...lines), ...said(tasks[1], ...lines) };
	const taskDefinitions = definitions(checkedDefinition({ startPeriod: 30 }));
	expect(find({ tasks, lastLines, taskDefinitions })?.sentence).toBe(
		'app is given up before it is up: it takes 45s, and its check has a start period of 30s',
	);
});

test('no start period is long enough for the slowest', () => {
	const tasks = [killed('container', 1, 310), killed('container', 4, 312)] as const;
	const lastLines = { ...said(tasks[0], [1, 'starting']), ...said(tasks[1], [1, 'starting']) };
	const taskDefinitions = definitions(checkedDefinition({ startPeriod: 280 }));
	expect(find({ tasks, lastLines, taskDefinitions })?.next.at(-1)?.text).toBe(
		'Let app start faster: startPeriod can be 300s at most',
	);
});

test('without logs it is likely where another task of the revision is healthy', () => {
	expect(find({ tasks: [...TASKS, aTask('checkout', 'well')], lastLines: undefined })?.confidence).toBe('medium');
});

describe('finds nothing', () => {
	test('where it was up, and was asked again', () => {
		expect(find({ lastLines: logs([1, 'starting'], [7, 'listening on 0.0.0.0:8081']) })).toBeUndefined();
	});

	test('where it lived longer than it takes to fail', () => {
		expect(find({ tasks: [killed('container', 1, 400), killed('container', 4, 900)] })).toBeUndefined();
	});

	test('where it was healthy once', () => {
		const flips = TASKS.map(({ taskArn }) => ({
			at: ago(3),
			serviceArn: serviceArn('checkout'),
			after: 'HEALTHY',
			kind: 'container' as const,
			taskArn,
			container: 'app',
		}));
		expect(find({ flips })).toBeUndefined();
	});

	test('of one kill, of kills by a load balancer, or of nothing that was read', () => {
		expect(find({ tasks: [TASKS[0]] })).toBeUndefined();
		expect(find({ tasks: [killed('load balancer', 1, 34), killed('load balancer', 4, 38)] })).toBeUndefined();
		expect(find({ lastLines: undefined })).toBeUndefined();
		expect(find({ taskDefinitions: undefined })).toBeUndefined();
	});
});
