import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { HOUR, MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import type { HookFunction } from '../../../../src/drydock/world/hook-function.ts';
import { stageOf } from '../../../../src/drydock/world/shifting/is-shifting.ts';
import { deploy, newsOf, serviceNamed, smallShop, the } from '../small-shop.ts';

/** A blue/green deployment under way with these hooks, and with one function that answers so. */
function withHooks(hooks: string, answer?: HookFunction, script: readonly string[] = []) {
	const world = smallShop({
		services: [`{ name: cart, tasks: 1, deployment: { strategy: blue-green, bake: 1m, hooks: ${hooks} } }`],
		script,
	});
	if (answer) world.functions.set('check', answer);
	deploy(world, 'cart', 'cart:43');
	return { world, rollout: the(serviceNamed(world, 'cart').serviceDeployments[0]) };
}

test('a Lambda hook holds its stage until it has succeeded', () => {
	const { world, rollout } = withHooks('[{ lambda: check, stages: [PRE_SCALE_UP] }]', {
		seconds: 90,
		result: 'SUCCEEDED',
	});
	advanceBy(world, 80 * SECOND);
	expect(stageOf(rollout)).toBe('PRE_SCALE_UP');
	expect(rollout.shift?.hooks).toMatchObject([
		{ status: 'IN_PROGRESS', targetArn: 'arn:aws:lambda:ap-northeast-1:111122223333:function:check' },
	]);
	advanceBy(world, 30 * SECOND);
	expect(stageOf(rollout)).toBe('SCALE_UP');
	expect(rollout.shift?.hooks).toMatchObject([{ status: 'SUCCEEDED' }]);
});

test('a Lambda hook that fails rolls the deployment back, in AWS’s words', () => {
	const { world, rollout } = withHooks('[{ lambda: check, stages: [POST_TEST_TRAFFIC_SHIFT] }]', {
		seconds: 4,
		result: 'FAILED',
	});
	advanceBy(world, 8 * MINUTE);
	const reason =
		'Service deployment rolled back because POST_TEST_TRAFFIC_SHIFT lifecycle hook(s) failed. Lifecycle hook target arn:aws:lambda:ap-northeast-1:111122223333:function:check returned FAILED status.';
	expect(rollout).toMatchObject({ status: 'ROLLBACK_SUCCESSFUL', statusReason: reason, rollback: { reason } });
	expect(newsOf(world, 'cart')).toContain(`(deployment ${rollout.deploymentId}) deployment failed: ${reason}`);
});

test('a function that a script changes answers differently at once', () => {
	const { world, rollout } = withHooks(
		'[{ lambda: check, stages: [PRE_SCALE_UP] }]',
		{ seconds: 1, result: 'IN_PROGRESS' },
		['{ at: 5m, do: function, name: check, as: { seconds: 1, result: FAILED } }'],
	);
	advanceBy(world, 5 * MINUTE - SECOND);
	expect(stageOf(rollout)).toBe('PRE_SCALE_UP');
	advanceBy(world, MINUTE);
	expect(rollout.status).toBe('ROLLBACK_SUCCESSFUL');
});

test('hooks at the production shift of a linear deployment run at each step', () => {
	const world = smallShop({
		services: [
			'{ name: cart, tasks: 1, deployment: { strategy: linear, percent: 50, stepBake: 1m, hooks: [{ lambda: check, stages: [PRODUCTION_TRAFFIC_SHIFT] }] } }',
		],
	});
	deploy(world, 'cart', 'cart:43');
	const rollout = the(serviceNamed(world, 'cart').serviceDeployments[0]);
	advanceBy(world, 10 * MINUTE);
	expect(rollout.status).toBe('SUCCESSFUL');
	expect(rollout.shift?.hooks.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
});

test.each([
	['ROLLBACK', 'ROLLBACK_SUCCESSFUL', 'Service deployment rolled back because PRE_SCALE_UP pause hook timed out.'],
	['CONTINUE', 'SUCCESSFUL', undefined],
])('a pause that nobody ends is over after its timeout: %s', (onTimeout, status, reason) => {
	const { world, rollout } = withHooks(
		`[{ pause: true, stages: [PRE_SCALE_UP], timeout: 30m, onTimeout: ${onTimeout} }]`,
	);
	advanceBy(world, 29 * MINUTE);
	expect(rollout.shift?.hooks).toMatchObject([{ status: 'AWAITING_ACTION' }]);
	advanceBy(world, HOUR);
	expect(rollout.shift?.hooks).toMatchObject([{ status: 'TIMED_OUT' }]);
	expect([rollout.status, rollout.statusReason]).toEqual([status, reason]);
});

test('a script continues a pause, and stops a deployment', () => {
	const pause = '[{ pause: true, stages: [PRE_SCALE_UP] }]';
	const gone = withHooks(pause, undefined, ['{ at: 3m, do: continue-deployment, service: cart }']);
	advanceBy(gone.world, 10 * MINUTE);
	expect(gone.rollout.status).toBe('SUCCESSFUL');
	const stopped = withHooks(pause, undefined, ['{ at: 3m, do: stop-deployment, service: cart }']);
	advanceBy(stopped.world, 10 * MINUTE);
	expect(stopped.rollout.status).toBe('ROLLBACK_SUCCESSFUL');
	expect(stopped.rollout.shift?.hooks).toMatchObject([{ status: 'FAILED' }]);
});
