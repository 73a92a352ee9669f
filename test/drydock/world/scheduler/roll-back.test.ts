import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { deploy, newsOf, serviceNamed, smallShop, stepUntil, tasks, the } from '../small-shop.ts';

const crashes = '{ "cart:43": { exit: { after: 20, code: 1 } } }';

function failing(breaker: 'rollback' | 'on' | 'off'): World {
	const world = smallShop({
		services: [`{ name: cart, tasks: 2, circuitBreaker: '${breaker}' }`],
		behaviours: crashes,
	});
	deploy(world, 'cart', 'cart:43');
	return world;
}

test('at the threshold the breaker trips, and the last completed revision comes back', () => {
	const world = failing('rollback');
	const service = serviceNamed(world, 'cart');
	const good = the(service.deployments[1]);
	const bad = the(service.deployments[0]);
	const rollout = the(service.serviceDeployments[0]);
	stepUntil(
		world,
		600,
		(each) => advanceBy(each, SECOND),
		() => bad.rolloutState === 'FAILED',
	);
	expect(rollout.circuitBreaker).toEqual({ status: 'TRIGGERED', failureCount: 3, threshold: 3 });
	expect(bad).toMatchObject({
		status: 'ACTIVE',
		failedTasks: 3,
		rolloutStateReason: 'ECS deployment circuit breaker: tasks failed to start.',
	});
	expect(service.deployments[0]).toMatchObject({
		id: good.id,
		status: 'PRIMARY',
		rolloutState: 'IN_PROGRESS',
		rolloutStateReason: `ECS deployment circuit breaker: rolling back to deploymentId ${good.id}.`,
		revision: good.revision,
	});
	expect(rollout).toMatchObject({
		status: 'ROLLBACK_IN_PROGRESS',
		rollback: {
			reason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
			serviceRevisionArn: good.revision.serviceRevisionArn,
		},
	});
	const news = newsOf(world, 'cart');
	expect(news).toContain(`(deployment ${bad.id}) deployment failed: tasks failed to start.`);
	expect(news).toContain(`rolling back to deployment ${good.id}.`);
});

test('a rollback ends ROLLBACK_SUCCESSFUL with the old task definition in place', () => {
	const world = failing('rollback');
	const service = serviceNamed(world, 'cart');
	advanceBy(world, 10 * MINUTE);
	expect(service.serviceDeployments[0]?.status).toBe('ROLLBACK_SUCCESSFUL');
	expect(service.deployments).toHaveLength(1);
	expect(service.deployments[0]?.rolloutState).toBe('COMPLETED');
	expect(service.settings.taskDefinition).toMatch(/task-definition\/cart:42$/);
	const running = tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING');
	expect(running.map(({ taskDefinitionArn }) => taskDefinitionArn.split('/')[1])).toEqual(['cart:42', 'cart:42']);
});

test('a rollback keeps the tasks that still run, and starts what is missing of them', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 4, minimumHealthyPercent: 50, maximumPercent: 100 }'],
		behaviours: crashes,
	});
	const service = serviceNamed(world, 'cart');
	const [good] = service.deployments;
	const before = tasks(world, 'cart').map(({ taskId }) => taskId);
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 10 * MINUTE);
	expect(service.deployments).toEqual([good]);
	const running = tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING');
	expect(running).toHaveLength(4);
	expect(running.filter(({ taskId }) => before.includes(taskId))).toHaveLength(2);
	expect(running.every(({ startedBy }) => startedBy === good?.id)).toBe(true);
	expect(newsOf(world, 'cart').slice(-2)).toEqual([
		`(deployment ${good?.id}) deployment completed.`,
		'has reached a steady state.',
	]);
});

test('a rollback brings a deployment back by its id even when none of its tasks is left', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 1, minimumHealthyPercent: 0, maximumPercent: 100 }'],
		behaviours: crashes,
	});
	const service = serviceNamed(world, 'cart');
	const good = the(service.deployments[0]).id;
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 15 * MINUTE);
	expect(service.deployments.map(({ id, rolloutState }) => [id, rolloutState])).toEqual([[good, 'COMPLETED']]);
	expect(service.serviceDeployments[0]?.status).toBe('ROLLBACK_SUCCESSFUL');
});

test('without rollback the deployment fails and no more tasks are started', () => {
	const world = failing('on');
	const service = serviceNamed(world, 'cart');
	advanceBy(world, 10 * MINUTE);
	expect(service.deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'FAILED' });
	expect(service.serviceDeployments[0]?.status).toBe('STOPPED');
	const known = tasks(world, 'cart').length;
	advanceBy(world, 10 * MINUTE);
	expect(tasks(world, 'cart')).toHaveLength(known);
	expect(tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING')).toHaveLength(2);
});

test('without a breaker the crash loop goes on', () => {
	const world = failing('off');
	const service = serviceNamed(world, 'cart');
	advanceBy(world, 10 * MINUTE);
	expect(service.deployments[0]?.rolloutState).toBe('IN_PROGRESS');
	expect(service.serviceDeployments[0]?.circuitBreaker.status).toBe('DISABLED');
	expect(tasks(world, 'cart').filter(({ stopCode }) => stopCode === 'EssentialContainerExited').length).toBeGreaterThan(
		10,
	);
});

test('a task that gets healthy sets the failures back to none', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 1 }'],
		behaviours: crashes,
		script: ['{ at: 80s, do: behave, image: "cart:43", as: {} }'],
	});
	deploy(world, 'cart', 'cart:43');
	const service = serviceNamed(world, 'cart');
	const rollout = the(service.serviceDeployments[0]);
	stepUntil(
		world,
		900,
		(each) => advanceBy(each, SECOND),
		() => rollout.circuitBreaker.failureCount > 0,
	);
	stepUntil(
		world,
		900,
		(each) => advanceBy(each, SECOND),
		() => rollout.circuitBreaker.failureCount === 0,
	);
	expect(rollout.circuitBreaker.status).toBe('MONITORING');
	expect(service.deployments[0]?.failedTasks).toBe(0);
});

test('tasks that cannot start are tried again more and more slowly, and the service says so once', () => {
	const world = smallShop({
		services: ["{ name: cart, tasks: 1, circuitBreaker: 'off' }"],
		behaviours: '{ "cart:43": { pullError: "CannotPullContainerError: failed to resolve ref cart:43: not found" } }',
	});
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 60 * MINUTE);
	const created = tasks(world, 'cart')
		.filter(({ stopCode }) => stopCode === 'TaskFailedToStart')
		.map(({ createdAt }) => createdAt);
	const pauses = created.slice(1).map((at, index) => at - the(created[index]));
	expect(pauses.length).toBeGreaterThan(3);
	expect(pauses.at(-1)).toBeGreaterThan(4 * the(pauses[0]));
	expect(Math.max(...pauses)).toBeLessThan(17 * MINUTE);
	const impaired = newsOf(world, 'cart').filter((text) => text.startsWith('is unable to consistently start tasks'));
	expect(impaired).toHaveLength(1);
	expect(newsOf(world, 'cart')).toContain(
		'was unable to place a task. Reason: CannotPullContainerError: failed to resolve ref cart:43: not found.',
	);
});
