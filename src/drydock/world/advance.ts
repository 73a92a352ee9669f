import { dequeue, enqueue, nextEventAt } from './event-queue.ts';
import type { World } from './world.ts';

/** Plans `run` for `delay` ms from now. */
export function after(world: World, delay: number, run: (world: World) => void): void {
	enqueue(world.queue, world.clock.now + delay, run);
}

/** Plans `run` every `period` ms, first at `from` (epoch ms). */
export function every(world: World, from: number, period: number, run: (world: World) => void): void {
	enqueue(world.queue, from, () => {
		try {
			run(world);
		} finally {
			every(world, from + period, period, run);
		}
	});
}

/** Runs everything that is due until `until` (whole epoch ms) in order, and sets the clock to it. Time never goes back. */
export function advanceTo(world: World, until: number): void {
	for (;;) {
		if ((nextEventAt(world.queue) ?? Number.POSITIVE_INFINITY) > until) break;
		const event = dequeue(world.queue);
		if (!event) break;
		world.clock.now = Math.max(world.clock.now, event.at);
		event.run(world);
	}
	world.clock.now = Math.max(world.clock.now, until);
}

/** Moves time on by `duration` ms: what a test's `step` and a driver's tick do. */
export function advanceBy(world: World, duration: number): void {
	advanceTo(world, world.clock.now + duration);
}
