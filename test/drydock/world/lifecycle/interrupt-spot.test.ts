import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { MINUTE, SECOND } from '../../../../src/drydock/world/clock.ts';
import { interruptSpot } from '../../../../src/drydock/world/lifecycle/interrupt-spot.ts';
import { smallShop, taskOf, tasks } from '../small-shop.ts';

test('Spot takes no task that is not on Spot', () => {
	const world = smallShop({ services: ['{ name: cart }', '{ name: resizer, capacity: { FARGATE_SPOT: 1 } }'] });
	interruptSpot(world, 10);
	const taken = (name: string) => tasks(world, name).filter(({ stopCode }) => stopCode === 'SpotInterruption').length;
	expect([taken('cart'), taken('resizer')]).toEqual([0, 2]);
});

test('a task that Spot takes away is stopped within two minutes, whatever its load balancer and its process want', () => {
	const world = smallShop({
		services: ['{ name: cart, loadBalancer: /healthz, deregistrationDelay: 300, capacity: { FARGATE_SPOT: 1 } }'],
		behaviours: '{ cart: { sigterm: { seconds: 600, code: 0 } } }',
	});
	const task = taskOf(world, 'cart');
	interruptSpot(world, 2);
	advanceBy(world, 60 * SECOND);
	expect(task.lastStatus).toBe('DEACTIVATING');
	advanceBy(world, MINUTE);
	expect(task.containers[0]).toMatchObject({ lastStatus: 'STOPPED', exitCode: 137 });
});
