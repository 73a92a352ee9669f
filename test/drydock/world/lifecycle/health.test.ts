import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { countsAsHealthy } from '../../../../src/drydock/world/scheduler/service-tasks.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import type { TaskState } from '../../../../src/drydock/world/task.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { newsOf, serviceNamed, smallShop, taskOf, tasks, the } from '../small-shop.ts';

const curl = "command: 'curl -f http://localhost:8080/healthz'";
const checked = (more: string) => `{ name: cart, tasks: 0, healthCheck: { ${curl}, ${more} } }`;

/** Starts one task and gives it back when its container runs. */
function startOne(world: World): TaskState {
	setDesiredCount(world, serviceNamed(world, 'cart'), 1);
	while (tasks(world, 'cart')[0]?.containers[0]?.startedAt === undefined) advanceBy(world, 100);
	return taskOf(world, 'cart');
}

function secondsUp(world: World, task: TaskState): number {
	return (world.clock.now - the(task.containers[0]?.startedAt)) / SECOND;
}

test('a container is UNKNOWN until its first probe passes, one interval after its start', () => {
	const world = smallShop({ services: [checked('interval: 15')] });
	const task = startOne(world);
	while (task.healthStatus === 'UNKNOWN') advanceBy(world, 100);
	expect(task.healthStatus).toBe('HEALTHY');
	expect(secondsUp(world, task)).toBeCloseTo(15, 0);
});

test('a container that never answers is UNHEALTHY after its retries', () => {
	const world = smallShop({
		services: [checked('interval: 10, retries: 3')],
		behaviours: '{ cart: { listensOn: 9090 } }',
	});
	const task = startOne(world);
	while (task.healthStatus === 'UNKNOWN') advanceBy(world, 100);
	expect(task.healthStatus).toBe('UNHEALTHY');
	expect(secondsUp(world, task)).toBeCloseTo(30, 0);
	expect(task.containers[0]?.lastProbe?.output).toContain('Failed to connect to localhost port 8080');
});

test('failures within the start period do not count', () => {
	const world = smallShop({
		services: [checked('interval: 10, retries: 3, startPeriod: 40')],
		behaviours: '{ cart: { listensOn: 9090 } }',
	});
	const task = startOne(world);
	while (task.healthStatus === 'UNKNOWN') advanceBy(world, 100);
	// Probes at 10, 20 and 30 s are forgiven; those at 40, 50 and 60 s are the three.
	expect(secondsUp(world, task)).toBeCloseTo(60, 0);
});

test('an unhealthy task is replaced, its replacement started first', () => {
	const world = smallShop({
		services: [`{ name: cart, tasks: 1, healthCheck: { ${curl}, interval: 10 } }`],
		behaviours: '{ cart: { response: { from: 0, status: 200 } } }',
		script: ['{ at: 1s, do: behave, image: "cart:42", as: { response: { from: 0, status: 503 } } }'],
	});
	advanceBy(world, MINUTE);
	const [old, replacement] = tasks(world, 'cart');
	expect(old).toMatchObject({ healthStatus: 'UNHEALTHY', lastStatus: 'RUNNING' });
	expect(replacement?.desiredStatus).toBe('RUNNING');
	expect(newsOf(world, 'cart')).toEqual([
		`(task ${old?.taskId}) failed container health checks.`,
		`has started 1 tasks: (task ${replacement?.taskId}). Amazon ECS replaced 1 tasks due to an unhealthy status.`,
	]);
	advanceBy(world, 2 * MINUTE);
	expect(old).toMatchObject({
		desiredStatus: 'STOPPED',
		stopCode: 'ServiceSchedulerInitiated',
		stoppedReason: 'Task failed container health checks',
	});
});

test('the grace period holds off the replacement', () => {
	const world = smallShop({
		services: [`{ name: cart, tasks: 0, gracePeriod: 120, healthCheck: { ${curl}, interval: 10 } }`],
		behaviours: '{ cart: { listensOn: 9090 } }',
	});
	const task = startOne(world);
	advanceBy(world, 100 * SECOND);
	expect(task).toMatchObject({ healthStatus: 'UNHEALTHY', desiredStatus: 'RUNNING' });
	expect(task.condemned).toBeUndefined();
	advanceBy(world, 40 * SECOND);
	expect(task.condemned?.stoppedReason).toBe('Task failed container health checks');
});

test('a target is initial, then healthy after one passed check', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 0, loadBalancer: /healthz, checkInterval: 10 }'] });
	startOne(world);
	const group = the([...world.targetGroups.values()][0]);
	const [target] = [...group.targets.values()];
	expect(target).toMatchObject({ state: 'initial', reason: 'Elb.InitialHealthChecking' });
	advanceBy(world, 11 * SECOND);
	expect(target?.state).toBe('healthy');
	expect(target?.reason).toBeUndefined();
});

test('a target that answers wrongly kills its task with the target group in the reason', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 0, loadBalancer: /healthz, checkInterval: 10 }'],
		behaviours: '{ cart: { response: { from: 0, status: 502 } } }',
	});
	const task = startOne(world);
	const group = the([...world.targetGroups.values()][0]);
	advanceBy(world, 35 * SECOND);
	const arn = group.targetGroupArn;
	expect([...group.targets.values()][0]).toMatchObject({
		state: 'unhealthy',
		reason: 'Target.ResponseCodeMismatch',
		description: 'Health checks failed with these codes: [502]',
	});
	expect(newsOf(world, 'cart')).toContain(
		`(task ${task.taskId}) (port 8080) is unhealthy in (target-group ${arn}) due to (reason Health checks failed with these codes: [502]).`,
	);
	advanceBy(world, 3 * MINUTE);
	expect(task.stoppedReason).toBe(`Task failed ELB health checks in (target-group ${arn})`);
});

test('a stopped task leaves its target draining for the deregistration delay', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 1, loadBalancer: /healthz, deregistrationDelay: 60 }'] });
	const group = the([...world.targetGroups.values()][0]);
	setDesiredCount(world, serviceNamed(world, 'cart'), 0);
	advanceBy(world, 30 * SECOND);
	expect([...group.targets.values()]).toMatchObject([{ state: 'draining', reason: 'Target.DeregistrationInProgress' }]);
	expect(tasks(world, 'cart')[0]?.lastStatus).toBe('DEACTIVATING');
	advanceBy(world, 40 * SECOND);
	expect(group.targets.size).toBe(0);
});

test('a task behind a load balancer that it could not be registered with is not healthy', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 1, loadBalancer: /healthz }'] });
	expect(countsAsHealthy(world, taskOf(world, 'cart'))).toBe(true);
	for (const group of world.targetGroups.values()) group.targets.clear();
	expect(countsAsHealthy(world, taskOf(world, 'cart'))).toBe(false);
	world.targetGroups.clear();
	expect(countsAsHealthy(world, taskOf(world, 'cart'))).toBe(false);
});
