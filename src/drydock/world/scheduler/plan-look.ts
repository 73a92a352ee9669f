import { enqueue } from '../event-queue.ts';
import { SECOND } from '../clock.ts';
import { between } from '../random.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { look } from './look.ts';

/** Has the scheduler look at the service in a few seconds, or at `at` (epoch ms) if that is earlier than planned. */
export function planLook(world: World, service: ServiceState, at?: number): void {
	const due = at ?? world.clock.now + between(world.random, 1.5, 4) * SECOND;
	const planned = service.scheduler.lookAt;
	if (planned !== undefined && planned <= due) return;
	const lookAt = enqueue(world.queue, due, () => {
		if (service.scheduler.lookAt !== lookAt) return;
		delete service.scheduler.lookAt;
		const again = look(world, service);
		if (again !== undefined) planLook(world, service, Math.max(again, world.clock.now + SECOND));
	});
	service.scheduler.lookAt = lookAt;
}
