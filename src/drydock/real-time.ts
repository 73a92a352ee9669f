import { advanceTo } from './world/advance.ts';
import { MINUTE } from './world/clock.ts';
import type { World } from './world/world.ts';

/** How finely the world's clock follows the real one, ms. */
const TICK = 100;

/** A computer that slept does not make the world hurry through the hours it missed. */
const LONGEST_TICK = MINUTE;

/**
 * Moves the world's time with the real one, times its speed, unless it is paused.
 * @param now epoch ms of the real clock
 * @param report told of an event that failed; the world goes on without it
 * @returns ends it
 */
export function followRealTime(world: World, now: () => number, report: (defect: string) => void): () => void {
	let last = now();
	let owed = 0;
	const timer = setInterval(() => {
		const passed = Math.min(Math.max(0, now() - last), LONGEST_TICK);
		last = now();
		if (world.clock.paused) return;
		owed += passed * world.clock.speed;
		advance(world, world.clock.now + Math.floor(owed), report);
		owed %= 1;
	}, TICK);
	timer.unref();
	return () => clearInterval(timer);
}

/** An event that fails is out of the queue by then, so each turn gets further. */
function advance(world: World, until: number, report: (defect: string) => void): void {
	do {
		try {
			advanceTo(world, until);
		} catch (error) {
			report(error instanceof Error ? String(error.stack) : String(error));
		}
	} while (world.clock.now < until);
}
