import type { TimelineEntry } from './timeline-entry.ts';

/** Whether something is more than the day's work: trouble, and what was changed, with how it went. */
export function matters({ level, kind }: TimelineEntry): boolean {
	return level !== 'routine' || kind === 'deployment' || kind === 'scaling' || kind === 'change';
}
