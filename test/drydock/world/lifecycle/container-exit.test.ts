import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { wellBehaved } from '../../../../src/drydock/world/behaviour.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { endingOf } from '../../../../src/drydock/world/lifecycle/container-exit.ts';
import { smallShop, taskOf, the } from '../small-shop.ts';

const leak = { ...wellBehaved, memory: { base: 400, perMinute: 100, perRequest: 0 } };
const oom = 'OutOfMemoryError: Container killed due to memory usage';

test('a leak ends when it reaches the limit, sooner with a smaller one', () => {
	expect(endingOf(leak, 1_000, 0)).toEqual({ after: 360, code: 137, reason: oom });
	expect(endingOf(leak, 500, 0)?.after).toBe(60);
	expect(endingOf(leak, 300, 0)?.after).toBe(wellBehaved.startSeconds + 1);
	expect(endingOf(wellBehaved, 1_000, 0)).toBeUndefined();
});

test('the earlier of two ends is the one that comes', () => {
	const both = { ...leak, exit: { after: 100, spread: 50, code: 1 } };
	expect(endingOf(both, 1_000, 0.5)).toMatchObject({ after: 125, code: 1 });
	expect(endingOf(both, 500, 0.5)).toMatchObject({ after: 60, code: 137 });
});

test('a container out of memory takes its task down, in the words of the agent', () => {
	const world = smallShop({
		services: ['{ name: cart, tasks: 1, cpu: 256, memory: 512 }'],
		behaviours: '{ cart: { memory: { base: 400, perMinute: 20 } } }',
	});
	const cart = taskOf(world, 'cart');
	const [container] = cart.containers;
	advanceBy(world, 7 * MINUTE);
	expect(cart).toMatchObject({
		desiredStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppedReason: 'Essential container in task exited',
	});
	expect(container).toMatchObject({ exitCode: 137, reason: oom });
	expect(the(cart.executionStoppedAt) - the(container?.startedAt)).toBe(336 * SECOND);
});
