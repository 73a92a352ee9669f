import type { World } from '../world/world.ts';
import type { LogBook } from './log-book.ts';

/** Lets the containers that will get too little CPU in the minute that begins now tell of it. */
export function tellOfStarvation(logs: LogBook, world: World): void {
	for (const { containers } of world.tasks.values()) {
		for (const { containerArn, starvation = [], lastStatus } of containers) {
			const episodes = logs.streams.get(containerArn)?.episodes;
			if (lastStatus !== 'RUNNING' || !episodes) continue;
			for (const { from, until } of starvation) {
				if (from >= world.clock.now) episodes.push({ trouble: 'busy', from, until });
			}
		}
	}
}
