import type { Evidence, Symptom } from './evidence.ts';
import { autoscaleMaxed } from './rules/autoscale-maxed.ts';

/** Target tracking would want more tasks than it may have. */
export function atCeiling(evidence: Evidence, now: number): Symptom | undefined {
	const [found] = autoscaleMaxed(evidence, now);
	if (!found) return undefined;
	const { sentence, since, mayBeOlder } = found;
	return { reason: sentence, ...(since !== undefined && { since }), ...(mayBeOlder && { mayBeOlder }) };
}
