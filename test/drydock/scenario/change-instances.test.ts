import { expect, test } from 'vitest';
import { advanceBy } from '../../../src/drydock/world/advance.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { smallShop, the } from '../world/small-shop.ts';

function shopWith(...steps: readonly string[]) {
	return smallShop({
		services: ['{ name: cart, launchType: EC2 }'],
		instances: ['{ name: ecs, type: m5.large, desired: 2, max: 4 }'],
		script: steps.map((step) => `{ do: instances, group: ecs, ${step} }`),
	});
}

test('a script drains the oldest instance that is ACTIVE', () => {
	const world = shopWith('at: 1m, drain: true', 'at: 2m, drain: true');
	const states = () => [...world.containerInstances.values()].map(({ status }) => status);
	advanceBy(world, MINUTE);
	expect(states()).toEqual(['DRAINING', 'ACTIVE']);
	advanceBy(world, MINUTE);
	expect(states()).toEqual(['DRAINING', 'DRAINING']);
});

test('a script takes an agent away, and brings it back', () => {
	const world = shopWith('at: 1m, agent: disconnected', 'at: 2m, agent: connected');
	const connected = () => [...world.containerInstances.values()].map(({ agentConnected }) => agentConnected);
	advanceBy(world, MINUTE);
	expect(connected()).toEqual([false, true]);
	advanceBy(world, MINUTE);
	expect(connected()).toEqual([true, true]);
});

test('a script moves the bounds of a group, and its count with them', () => {
	const world = shopWith('at: 1m, min: 1, max: 1', 'at: 2m, min: 3, max: 5');
	const group = the([...world.autoScalingGroups.values()][0]);
	advanceBy(world, MINUTE);
	expect(group).toMatchObject({ minSize: 1, maxSize: 1, desiredCapacity: 1 });
	advanceBy(world, MINUTE);
	expect(group).toMatchObject({ minSize: 3, maxSize: 5, desiredCapacity: 3 });
});
