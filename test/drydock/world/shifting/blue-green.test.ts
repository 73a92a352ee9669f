import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import type { ServiceDeploymentState } from '../../../../src/drydock/world/deployment.ts';
import { requestRollback } from '../../../../src/drydock/world/scheduler/request-rollback.ts';
import { runningTasksOf } from '../../../../src/drydock/world/scheduler/service-tasks.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import { stageOf } from '../../../../src/drydock/world/shifting/is-shifting.ts';
import type { World } from '../../../../src/drydock/world/world.ts';
import { deploy, newsOf, serviceNamed, smallShop, stepUntil, the } from '../small-shop.ts';

const BASE = 'name: cart, tasks: 2, loadBalancer: /healthz, checkInterval: 5, deregistrationDelay: 5';

function shop(deployment: string, more: { readonly behaviours?: string } = {}): World {
	return smallShop({ services: [`{ ${BASE}, deployment: ${deployment} }`], ...more });
}

function rolloutOf(world: World): ServiceDeploymentState {
	return the(serviceNamed(world, 'cart').serviceDeployments[0]);
}

/** Running tasks of the old and the new revision, told apart by their deployment. */
function running(world: World): { readonly blue: number; readonly green: number } {
	const { deploymentId } = rolloutOf(world);
	const tasks = runningTasksOf(world, serviceNamed(world, 'cart'));
	const green = tasks.filter(({ startedBy }) => startedBy === deploymentId).length;
	return { blue: tasks.length - green, green };
}

/** The weights of the production rule: the group that serves first, then the other one. */
function weights(world: World): number[] {
	const [production] = [...world.listenerRules.values()];
	return [...the(production).weights.values()];
}

/** Deploys, and writes down each stage with the production weight it was seen with, until the deployment ends. */
function stagesOf(world: World, limit = 3_600): string[] {
	deploy(world, 'cart', 'cart:43');
	const seen: string[] = [];
	for (let second = 0; second < limit; second++) {
		const rollout = rolloutOf(world);
		const now = `${stageOf(rollout)} ${rollout.shift?.production}`;
		if (stageOf(rollout) && seen.at(-1) !== now) seen.push(now);
		if (rollout.status === 'SUCCESSFUL') return seen;
		advanceBy(world, SECOND);
	}
	throw new Error(`is still at ${seen.at(-1)}`);
}

function reach(world: World, stage: string): void {
	stepUntil(
		world,
		3_600,
		(each) => advanceBy(each, SECOND),
		() => stageOf(rolloutOf(world)) === stage,
	);
}

test('a blue/green deployment goes through its stages in order and moves all traffic at once', () => {
	expect(stagesOf(shop('{ strategy: blue-green, bake: 3m }'))).toEqual([
		'PRE_SCALE_UP 0',
		'SCALE_UP 0',
		'POST_SCALE_UP 0',
		'TEST_TRAFFIC_SHIFT 0',
		'POST_TEST_TRAFFIC_SHIFT 0',
		'PRE_PRODUCTION_TRAFFIC_SHIFT 0',
		'PRODUCTION_TRAFFIC_SHIFT 100',
		'POST_PRODUCTION_TRAFFIC_SHIFT 100',
		'BAKE_TIME 100',
		'CLEAN_UP 100',
	]);
});

test('a canary gets its share, bakes, and then the rest', () => {
	const shares = stagesOf(shop('{ strategy: canary, percent: 12.5, stepBake: 2m }')).filter((seen) =>
		seen.startsWith('PRODUCTION_'),
	);
	expect(shares).toEqual(['PRODUCTION_TRAFFIC_SHIFT 12.5', 'PRODUCTION_TRAFFIC_SHIFT 100']);
});

test('a linear deployment takes equal steps, and its last one is what is left', () => {
	const shares = stagesOf(shop('{ strategy: linear, percent: 30.1, stepBake: 0m }')).filter((seen) =>
		seen.startsWith('PRODUCTION_'),
	);
	expect(shares.map((share) => Number(share.split(' ')[1]))).toEqual([30.1, 60.2, 90.3, 100]);
});

test('both revisions run during the bake, and only the new one after it', () => {
	const world = shop('{ strategy: blue-green, bake: 5m }');
	deploy(world, 'cart', 'cart:43');
	reach(world, 'BAKE_TIME');
	const began = world.clock.now;
	expect(running(world)).toEqual({ blue: 2, green: 2 });
	advanceBy(world, 4 * MINUTE);
	expect(running(world)).toEqual({ blue: 2, green: 2 });
	reach(world, 'CLEAN_UP');
	expect(world.clock.now - began).toBeGreaterThanOrEqual(5 * MINUTE);
	advanceBy(world, 2 * MINUTE);
	expect(running(world)).toEqual({ blue: 0, green: 2 });
	const service = serviceNamed(world, 'cart');
	expect(service.deployments).toHaveLength(1);
	expect(service.deployments[0]).toMatchObject({ status: 'PRIMARY', rolloutState: 'COMPLETED' });
	expect(rolloutOf(world).status).toBe('SUCCESSFUL');
	expect(newsOf(world, 'cart').at(-1)).toBe('has reached a steady state.');
});

test('the new tasks stand in the other target group, and the rules follow the shift', () => {
	const world = shop('{ strategy: canary, percent: 0.1, stepBake: 5m }');
	const service = serviceNamed(world, 'cart');
	const blue = the(service.deployments[0]).revision.loadBalancers[0]?.targetGroupArn;
	const before = weights(world);
	deploy(world, 'cart', 'cart:43');
	const green = the(service.deployments[0]).revision.loadBalancers[0]?.targetGroupArn;
	expect(new Set([blue, green])).toEqual(new Set(world.targetGroups.keys()));
	expect(weights(world)).toEqual(before);
	reach(world, 'PRODUCTION_TRAFFIC_SHIFT');
	expect(weights(world).toSorted((one, other) => one - other)).toEqual([1, 999]);
	const [rule] = [...world.listenerRules.values()];
	expect(rule?.weights.get(the(green))).toBe(1);
	expect(world.targetGroups.get(the(green))?.targets.size).toBe(2);
	expect(world.targetGroups.get(the(blue))?.targets.size).toBe(2);
});

test('a rollback gives all traffic back at once and then cleans up', () => {
	const world = shop('{ strategy: blue-green, bake: 30m }');
	const service = serviceNamed(world, 'cart');
	const good = the(service.deployments[0]);
	const before = weights(world);
	deploy(world, 'cart', 'cart:43');
	reach(world, 'BAKE_TIME');
	expect(weights(world)).toEqual(before.toReversed());
	requestRollback(world, service, rolloutOf(world));
	expect(rolloutOf(world).status).toBe('ROLLBACK_REQUESTED');
	stepUntil(
		world,
		5,
		(each) => advanceBy(each, SECOND),
		() => rolloutOf(world).status === 'ROLLBACK_IN_PROGRESS',
	);
	expect(weights(world)).toEqual(before);
	expect(running(world)).toEqual({ blue: 2, green: 2 });
	expect(service.deployments[0]).toMatchObject({ id: good.id, status: 'PRIMARY', rolloutState: 'IN_PROGRESS' });
	advanceBy(world, 2 * MINUTE);
	expect(rolloutOf(world).status).toBe('ROLLBACK_SUCCESSFUL');
	expect(service.deployments.map(({ id, rolloutState }) => [id, rolloutState])).toEqual([[good.id, 'COMPLETED']]);
	expect(service.settings.taskDefinition).toMatch(/cart:42$/);
});

test('a rollback during the clean-up waits until the old revision can take the traffic again', () => {
	const world = shop('{ strategy: blue-green, bake: 0m }');
	const service = serviceNamed(world, 'cart');
	const before = weights(world);
	deploy(world, 'cart', 'cart:43');
	reach(world, 'CLEAN_UP');
	advanceBy(world, 3 * SECOND);
	requestRollback(world, service, rolloutOf(world));
	for (let second = 0; second < 240; second++) {
		advanceBy(world, SECOND);
		const { blue, green } = running(world);
		const serves = weights(world)[0] === before[0] ? blue : green;
		expect(serves).toBeGreaterThanOrEqual(2);
	}
	expect(rolloutOf(world).status).toBe('ROLLBACK_SUCCESSFUL');
	expect(running(world)).toEqual({ blue: 2, green: 0 });
});

test('another deployment on the way stops the first one and begins by reconciling', () => {
	const world = shop('{ strategy: linear, percent: 25, stepBake: 5m }');
	const service = serviceNamed(world, 'cart');
	const before = weights(world);
	deploy(world, 'cart', 'cart:43');
	reach(world, 'PRODUCTION_TRAFFIC_SHIFT');
	const overtaken = rolloutOf(world);
	deploy(world, 'cart', 'cart:44');
	expect(overtaken.status).toBe('STOPPED');
	reach(world, 'RECONCILE_SERVICE');
	expect(rolloutOf(world).sourceRevisionArns).toHaveLength(2);
	expect(weights(world)).toEqual(before);
	reach(world, 'PRE_SCALE_UP');
	expect(running(world)).toEqual({ blue: 2, green: 0 });
	advanceBy(world, 40 * MINUTE);
	expect(rolloutOf(world).status).toBe('SUCCESSFUL');
	expect(service.settings.taskDefinition).toMatch(/cart:44$/);
});

test('a scaling on the way gives both revisions the new number of tasks', () => {
	const world = shop('{ strategy: blue-green, bake: 30m }');
	deploy(world, 'cart', 'cart:43');
	reach(world, 'BAKE_TIME');
	const service = serviceNamed(world, 'cart');

	setDesiredCount(world, service, 3);
	advanceBy(world, 3 * MINUTE);
	expect(running(world)).toEqual({ blue: 3, green: 3 });
});

test('when no task of the new revision gets healthy the circuit breaker rolls back, and no traffic has moved', () => {
	const world = shop('{ strategy: blue-green, bake: 1m }', {
		behaviours: '{ "cart:43": { exit: { after: 10, code: 1 } } }',
	});
	const before = weights(world);
	deploy(world, 'cart', 'cart:43');
	const bad = the(serviceNamed(world, 'cart').deployments[0]).id;
	for (let second = 0; second < 600; second++) {
		advanceBy(world, SECOND);
		expect(weights(world)).toEqual(before);
	}
	expect(rolloutOf(world)).toMatchObject({
		status: 'ROLLBACK_SUCCESSFUL',
		statusReason: 'Service deployment rolled back because the circuit breaker threshold was exceeded.',
		circuitBreaker: { status: 'TRIGGERED' },
	});
	expect(newsOf(world, 'cart')).toContain(`(deployment ${bad}) deployment failed: tasks failed to start.`);
});

test('a service that was never complete has nothing to roll back to', () => {
	const world = shop('{ strategy: blue-green, bake: 1m }');
	const service = serviceNamed(world, 'cart');
	service.serviceDeployments.length = 0;
	deploy(world, 'cart', 'cart:43');
	advanceBy(world, 5 * SECOND);
	requestRollback(world, service, rolloutOf(world));
	advanceBy(world, 5 * SECOND);
	expect(rolloutOf(world)).toMatchObject({
		status: 'ROLLBACK_FAILED',
		statusReason: 'No rollback candidate was found to run the rollback.',
	});
});
