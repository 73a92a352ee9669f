import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import type { EarlySuccessCriteria } from '../../../../src/drydock/world/deployment-configuration.ts';
import { runningTasksOf } from '../../../../src/drydock/world/scheduler/service-tasks.ts';
import { deploy, serviceNamed, smallShop, stepUntil, the } from '../small-shop.ts';

/** The tasks of the old revision that run when a deployment of four is SUCCESSFUL. */
function oldOnesAtSuccess(sourceServiceRevisionCleanup: EarlySuccessCriteria['sourceServiceRevisionCleanup']): number {
	const world = smallShop({ services: ['{ name: cart, tasks: 4, minimumHealthyPercent: 50, maximumPercent: 150 }'] });
	const service = serviceNamed(world, 'cart');
	const earlySuccessCriteria = { enable: true, healthyPercent: 50, sourceServiceRevisionCleanup };
	const { settings } = service;
	service.settings = {
		...settings,
		deploymentConfiguration: { ...settings.deploymentConfiguration, earlySuccessCriteria },
	};
	deploy(world, 'cart', 'cart:43');
	const rollout = the(service.serviceDeployments[0]);
	stepUntil(
		world,
		600,
		(each) => advanceBy(each, SECOND),
		() => rollout.status === 'SUCCESSFUL',
	);
	const old = runningTasksOf(world, service).filter(({ startedBy }) => startedBy !== rollout.deploymentId);
	advanceBy(world, 5 * MINUTE);
	expect(service.deployments).toHaveLength(1);
	expect(runningTasksOf(world, service).every(({ startedBy }) => startedBy === rollout.deploymentId)).toBe(true);
	return old.length;
}

test('a deployment may succeed while old tasks still run, and goes on until they are gone', () => {
	expect(oldOnesAtSuccess('DEFERRED')).toBeGreaterThan(0);
	expect(oldOnesAtSuccess('BLOCKING')).toBe(0);
});
