import { expect, test } from 'vitest';
import type { Service } from '../../../src/model/service.ts';
import { foldRepeats, timeline } from '../../../src/views/events/timeline.ts';
import { NOW, runningTask, service, task } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';

const quiet: Service = { ...service, deployments: [], events: [] };
const saying = (...messages: readonly string[]): Service => ({
	...quiet,
	events: messages.map((message, index) => ({ id: String(index), createdAt: NOW - index * MINUTE, message })),
});

test('puts events, deployments and task stops in one order, newest first', () => {
	expect(timeline(service, [task]).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
		'event: task 77aa10 failed container health checks.',
		'deployment: deploy of checkout:43 began',
		'event: has reached a steady state.',
		'stop: task 77aa10 stopped: failed its container health check (app)',
		'event: has reached a steady state.',
		'deployment: deploy of checkout:42 completed',
		'deployment: deploy of checkout:42 began',
	]);
});

test('leaves running tasks out', () => {
	expect(timeline(quiet, [runningTask])).toEqual([]);
});

test('tells failures from the day of a service', () => {
	const messages = [
		'(service checkout) was unable to place a task because no container instance met all of its requirements.',
		'(service checkout) (port 8080) is unhealthy in (target-group x) due to (reason Request timed out)',
		'(service checkout) has started 1 tasks: (task 77aa10f0c1d24e5f8a9b0c1d2e3f4a5b).',
		'(service checkout) has reached a steady state.',
	];
	const meanings = timeline(saying(...messages), []).map(({ meaning }) => meaning);
	expect(meanings).toEqual(['failing', 'degraded', 'routine', 'routine']);
});

test('shortens the ids that ECS writes out', () => {
	const id = '77aa10f0c1d24e5f8a9b0c1d2e3f4a5b';
	const group = 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:targetgroup/checkout-tg/a6d71c9b9c18b389';
	const messages = [
		`(service checkout) has stopped 2 running tasks: (task ${id}) (task ${id.replace('77aa10', '9c01de')}).`,
		`(service checkout) registered 1 targets in (target-group ${group})`,
	];
	expect(timeline(saying(...messages), []).map(({ text }) => text)).toEqual([
		'has stopped 2 running tasks: task 77aa10, task 9c01de.',
		'registered 1 targets in target group checkout-tg',
	]);
});

test('says why a failed deployment failed', () => {
	const [deployment] = service.deployments;
	const failed = deployment && { ...deployment, rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' };
	const [newest] = timeline({ ...quiet, deployments: failed ? [failed] : [] }, []);
	expect(newest).toMatchObject({ meaning: 'failing', text: 'deploy of checkout:43 failed: tasks failed to start' });
});

test('folds what is said again and again, and keeps the newest time', () => {
	const folded = foldRepeats(timeline(saying('a', 'a', 'b', 'a'), []));
	expect(folded.map(({ text, count, at }) => [text, count, (NOW - at) / MINUTE])).toEqual([
		['a', 2, 0],
		['b', 1, 2],
		['a', 1, 3],
	]);
});

test('does not fold the same words of two services', () => {
	const other = { ...saying('a'), serviceName: 'cart' };
	expect(foldRepeats([...timeline(saying('a'), []), ...timeline(other, [])])).toHaveLength(2);
});
