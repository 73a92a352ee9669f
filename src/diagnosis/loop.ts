import type { Task } from '../model/task.ts';
import type { Evidence } from './evidence.ts';
import { LOOP } from './failed-stops.ts';
import { presentDeaths } from './present-trouble.ts';
import type { FailedStops } from './failed-stops.ts';

/** Tasks that die again and again, told apart by whether they get as far as running. */
export type Loop = { readonly stops: FailedStops; readonly kind: 'crash' | 'start' };

/** At least three failures in 15 minutes; most of them are of the one kind or of the other. */
export function findLoop(evidence: Evidence, now: number): Loop | undefined {
	const stops = presentDeaths(evidence, now);
	if (!stops || stops.recent < LOOP) return undefined;
	const unstarted = stops.tasks.filter(neverStarted).length;
	return { stops, kind: 2 * unstarted > stops.recent ? 'start' : 'crash' };
}

/** ECS's own word for it (ECS API reference, Task.stopCode). */
export function neverStarted({ stopCode }: Pick<Task, 'stopCode'>): boolean {
	return stopCode === 'TaskFailedToStart';
}
