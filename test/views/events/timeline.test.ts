import { expect, test } from 'vitest';
import type { ServiceDeployment } from '../../../src/model/deployment-history.ts';
import type { Service } from '../../../src/model/service.ts';
import type { Task } from '../../../src/model/task.ts';
import { foldRepeats, timeline } from '../../../src/views/events/timeline.ts';
import { NOW, revision, runningTask, service, task } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';

const quiet: Service = { ...service, deployments: [], events: [] };
const saying = (...messages: readonly string[]): Service => ({
	...quiet,
	events: messages.map((message, index) => ({ id: String(index), createdAt: NOW - index * MINUTE, message })),
});

test('puts events, deployments and task stops in one order, newest first', () => {
	expect(timeline({ service, tasks: [task] }).map(({ kind, text }) => `${kind}: ${text}`)).toEqual([
		'event: task 77aa10 failed container health checks.',
		'deployment: deploy :42 → :43 began',
		'event: has reached a steady state.',
		'stop: task 77aa10 stopped: failed its container health check (app)',
		'event: has reached a steady state.',
		'deployment: deploy of :42 completed',
		'deployment: deploy of :42 began',
	]);
});

test('leaves running tasks out', () => {
	expect(timeline({ service: quiet, tasks: [runningTask] })).toEqual([]);
});

test('tells failures from the day of a service', () => {
	const messages = [
		'(service checkout) was unable to place a task because no container instance met all of its requirements.',
		'(service checkout) (port 8080) is unhealthy in (target-group x) due to (reason Request timed out)',
		'(service checkout) has started 1 tasks: (task 77aa10f0c1d24e5f8a9b0c1d2e3f4a5b).',
		'(service checkout) has reached a steady state.',
	];
	const meanings = timeline({ service: saying(...messages) }).map(({ meaning }) => meaning);
	expect(meanings).toEqual(['failing', 'degraded', 'routine', 'routine']);
});

test('shortens the ids that ECS writes out', () => {
	const id = '77aa10f0c1d24e5f8a9b0c1d2e3f4a5b';
	const group = 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333:targetgroup/checkout-tg/a6d71c9b9c18b389';
	const messages = [
		`(service checkout) has stopped 2 running tasks: (task ${id}) (task ${id.replace('77aa10', '9c01de')}).`,
		`(service checkout) registered 1 targets in (target-group ${group})`,
	];
	expect(timeline({ service: saying(...messages) }).map(({ text }) => text)).toEqual([
		'has stopped 2 running tasks: task 77aa10, task 9c01de.',
		'registered 1 targets in target group checkout-tg',
	]);
});

test('says why a failed deployment failed', () => {
	const [deployment] = service.deployments;
	const failed = deployment && { ...deployment, rolloutState: 'FAILED', rolloutStateReason: 'tasks failed to start' };
	const [newest] = timeline({ service: { ...quiet, deployments: failed ? [failed] : [] } });
	expect(newest).toMatchObject({ meaning: 'failing', text: 'deploy of :43 failed: tasks failed to start' });
});

test('folds what is said again and again, and keeps the newest time', () => {
	const folded = foldRepeats(timeline({ service: saying('a', 'a', 'b', 'a') }));
	expect(folded.map(({ text, count, at }) => [text, count, (NOW - at) / MINUTE])).toEqual([
		['a', 2, 0],
		['b', 1, 2],
		['a', 1, 3],
	]);
});

test('does not fold the same words of two services', () => {
	const other = { ...saying('a'), serviceName: 'cart' };
	expect(foldRepeats([...timeline({ service: saying('a') }), ...timeline({ service: other })])).toHaveLength(2);
});

test('tells the deploy that broke it and its rollback once each, with what is new, in place of what ECS says', () => {
	const [primary] = service.deployments;
	if (!primary) throw new Error('checkout has a deployment');
	const back = { ...primary, taskDefinition: revision(42), createdAt: NOW - MINUTE, rolloutState: 'COMPLETED' };
	const events = saying(
		'(service checkout) has reached a steady state.',
		'(service checkout) rolling back to deployment ecs-svc/42.',
	).events.concat({
		id: 'failed',
		createdAt: NOW - MINUTE,
		message: '(service checkout) (deployment ecs-svc/43) deployment failed: tasks failed to start.',
	});
	const history: readonly ServiceDeployment[] = [
		{
			serviceDeploymentArn: 'd43',
			serviceArn: service.serviceArn,
			status: 'ROLLBACK_SUCCESSFUL',
			createdAt: NOW - 3 * MINUTE,
			targetTaskDefinition: revision(43),
			sourceTaskDefinitions: [revision(42)],
			rollbackStartedAt: NOW - MINUTE,
			rollbackTaskDefinition: revision(42),
		},
	];
	const told = timeline({ service: { ...quiet, events, deployments: [back] }, history }, () => 'env PORT');
	expect(told.map(({ text, meaning }) => `${meaning}: ${text}`)).toEqual([
		'routine: has reached a steady state.',
		'routine: rollback to :42 completed',
		'failing: rolled back :43 → :42',
		'failing: deploy :42 → :43 failed: tasks failed to start',
		'changing: deploy :42 → :43 began: env PORT',
	]);
});

test('a task that stops keeps the time at which it began to, once it has stopped', () => {
	const { stoppedAt: _, ...stopping } = task;
	const at = (one: Task) => timeline({ service: quiet, tasks: [one] }).map((happening) => happening.at);
	expect(at({ ...stopping, lastStatus: 'DEPROVISIONING' })).toEqual(at(task));
});
