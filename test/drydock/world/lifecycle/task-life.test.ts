import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { HOUR, SECOND } from '../../../../src/drydock/world/clock.ts';
import { stopTask } from '../../../../src/drydock/world/lifecycle/stop-task.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import type { TaskState } from '../../../../src/drydock/world/task.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { serviceNamed, smallShop, taskOf, tasks, the } from '../small-shop.ts';

const behindLoadBalancer = '{ name: cart, tasks: 1, loadBalancer: /healthz, deregistrationDelay: 20 }';

/** A second task of cart, with every status it goes through. */
function watched(world: World): { task: TaskState; statuses: string[] } {
	const statuses: string[] = [];
	setDesiredCount(world, serviceNamed(world, 'cart'), 2);
	while (tasks(world, 'cart').length < 2) advanceBy(world, SECOND);
	const task = taskOf(world, 'cart', 1);
	statuses.push(task.lastStatus);
	world.taskWatchers.push((_, changed) => {
		if (changed === task && statuses.at(-1) !== task.lastStatus) statuses.push(task.lastStatus);
	});
	return { task, statuses };
}

test('a task behind a load balancer walks through every status, up and down', () => {
	const world = smallShop({ services: [behindLoadBalancer] });
	const { task, statuses } = watched(world);
	advanceBy(world, 120 * SECOND);
	expect(statuses).toEqual(['PROVISIONING', 'PENDING', 'ACTIVATING', 'RUNNING']);
	stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' });
	advanceBy(world, 120 * SECOND);
	expect(statuses.slice(4)).toEqual(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED']);
});

test('the times of a life are all there, in order, and of a realistic length', () => {
	const world = smallShop({ services: [behindLoadBalancer] });
	const { task } = watched(world);
	advanceBy(world, 120 * SECOND);
	stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' });
	advanceBy(world, 120 * SECOND);
	const { createdAt, connectivityAt, pullStartedAt, pullStoppedAt, startedAt } = task;
	const { stoppingAt, executionStoppedAt, stoppedAt } = task;
	const times = [
		createdAt,
		connectivityAt,
		pullStartedAt,
		pullStoppedAt,
		startedAt,
		stoppingAt,
		executionStoppedAt,
		stoppedAt,
	];
	expect(times).not.toContain(undefined);
	expect(times).toEqual((times as number[]).toSorted((one, other) => one - other));
	expect((the(startedAt) - createdAt) / SECOND).toBeGreaterThan(15);
	expect((the(startedAt) - createdAt) / SECOND).toBeLessThan(60);
	// The targets drain before the containers get their SIGTERM.
	expect(the(executionStoppedAt) - the(stoppingAt)).toBeGreaterThanOrEqual(20 * SECOND);
	expect(task.containers[0]).toMatchObject({ lastStatus: 'STOPPED', exitCode: 143 });
	expect(task.networkInterface?.status).toBe('DELETED');
});

test('a stopped task is forgotten an hour later', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 1 }'] });
	const task = taskOf(world, 'cart');
	stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' });
	advanceBy(world, 60 * SECOND);
	expect(task.lastStatus).toBe('STOPPED');
	advanceBy(world, HOUR - 60 * SECOND);
	expect(world.tasks.has(task.taskArn)).toBe(true);
	advanceBy(world, 60 * SECOND);
	expect(world.tasks.has(task.taskArn)).toBe(false);
	expect(tasks(world, 'cart')).not.toContain(task);
});

test('a stopping task keeps its first cause', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 1 }'] });
	const task = taskOf(world, 'cart');
	stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: 'first' });
	stopTask(world, task, { stopCode: 'SpotInterruption', stoppedReason: 'second' });
	expect(task).toMatchObject({ stopCode: 'UserInitiated', stoppedReason: 'first' });
});

test('a container that ignores SIGTERM is killed after the stop timeout', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 1 }'],
		behaviours: '{ cart: { sigterm: { seconds: 300, code: 0 } } }',
	});
	const task = taskOf(world, 'cart');
	stopTask(world, task, { stopCode: 'UserInitiated', stoppedReason: 'Task stopped by user' });
	advanceBy(world, 29 * SECOND);
	expect(task.containers[0]?.lastStatus).toBe('RUNNING');
	advanceBy(world, 2 * SECOND);
	expect(task.containers[0]).toMatchObject({ lastStatus: 'STOPPED', exitCode: 137 });
});

test('a task whose image cannot be pulled never runs, and says why', () => {
	const reason =
		'CannotPullContainerError: pull image manifest has been retried 7 time(s): failed to resolve ref cart:42: not found';
	const world = smallShop({
		services: ['{ name: cart, tasks: 0 }'],
		behaviours: `{ cart: { pullError: "${reason}" } }`,
	});
	setDesiredCount(world, serviceNamed(world, 'cart'), 1);
	advanceBy(world, 90 * SECOND);
	const task = taskOf(world, 'cart');
	expect(task).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'TaskFailedToStart', stoppedReason: reason });
	expect(task.startedAt).toBeUndefined();
	expect(task.containers[0]).toMatchObject({ reason });
	expect(task.containers[0]?.exitCode).toBeUndefined();
});

test('tasks spread over the zones, each with an address of its own', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 6 }'] });
	const zones = tasks(world, 'cart').map(({ availabilityZone }) => availabilityZone);
	const count = (zone: string) => zones.filter((each) => each === zone).length;
	expect(['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'].map(count)).toEqual([2, 2, 2]);
	const addresses = tasks(world, 'cart').map(({ networkInterface }) => networkInterface?.privateIpv4Address);
	expect(new Set(addresses).size).toBe(6);
	expect(addresses[0]).toMatch(/^10\.0\.\d+\.\d+$/);
});
