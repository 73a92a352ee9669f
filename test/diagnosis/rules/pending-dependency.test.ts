import { expect, test } from 'vitest';
import { aTask } from '../../fixtures/a-service.ts';
import { ago, checkout } from '../checkout.ts';
import { definition, found } from '../found.ts';

const CHECK = { command: ['CMD', 'true'], interval: 30, timeout: 5, retries: 3, startPeriod: 0 };
const document = {
	containerDefinitions: [{ name: 'app', dependsOn: [{ containerName: 'envoy', condition: 'HEALTHY' }] }],
};
const waiting = (minutes: number, healthStatus: string) =>
	aTask('checkout', 'a', {
		lastStatus: 'ACTIVATING',
		createdAt: ago(minutes),
		containers: [{ name: 'envoy', lastStatus: 'RUNNING', healthStatus }],
	});
const judged = (task: ReturnType<typeof waiting>, envoy: object = { healthCheck: CHECK }) =>
	found({
		service: checkout(),
		tasks: [task],
		taskDefinitions: definition(43, [{ name: 'app' }, { name: 'envoy', ...envoy }], document),
	})['x-pending-dependency'];

test('names who waits for whom', () => {
	expect(judged(waiting(5, 'UNHEALTHY'))).toMatchObject({
		severity: 'high',
		sentence: 'app waits for envoy to become healthy; a task does not start',
	});
});

test('says that it waits for ever for a container without a check', () => {
	expect(judged(waiting(5, 'UNKNOWN'), {})?.sentence).toBe(
		'app waits for envoy to become healthy, which has no health check: that never comes; a task does not start',
	);
});

test('is quiet while it is young, and when the other one is healthy', () => {
	expect(judged(waiting(2, 'UNHEALTHY'))).toBeUndefined();
	expect(judged(waiting(5, 'HEALTHY'))).toBeUndefined();
});

test('is quiet while the other one is not started: its image may be on its way', () => {
	const task = waiting(5, 'UNKNOWN');
	const containers = [{ name: 'envoy', lastStatus: 'PENDING', healthStatus: 'UNKNOWN' }];
	expect(judged({ ...task, containers })).toBeUndefined();
});
