import { atCeiling } from './ceiling.ts';
import { counts, outage, scaling, short, staysShort } from './counts.ts';
import { crashLoop } from './crash-loop.ts';
import type { Evidence, Symptom, SymptomRule } from './evidence.ts';
import { noHealthyTarget, unhealthyRevision, unhealthyTargets, unhealthyTasks } from './health.ts';
import { bringingIn } from './bringing-in.ts';
import { failedRollout, rolledBack, rolledBackAndShort, rollingOut } from './rollout.ts';

export type AttentionLevel = 'failing' | 'degraded' | 'changing' | 'fine';

/** How much a service needs somebody to look at it, and why, in one sentence. */
export type Attention = Symptom & { readonly level: AttentionLevel };

/** The rules, most telling first within a level: the first that finds something speaks. */
const RULES: readonly (readonly [level: AttentionLevel, rules: readonly SymptomRule[]])[] = [
	['failing', [outage, failedRollout, unhealthyRevision, crashLoop, rolledBackAndShort, noHealthyTarget, staysShort]],
	['degraded', [rolledBack, unhealthyTasks, unhealthyTargets, atCeiling, short]],
	['changing', [rollingOut, bringingIn, scaling]],
];

/** Judges a service by what is known. Little evidence gives a careful answer, never a guess. */
export function attention(evidence: Evidence, now: number): Attention {
	for (const [level, rules] of RULES) {
		for (const rule of rules) {
			const found = rule(evidence, now);
			if (found) return { level, ...found };
		}
	}
	const { service } = evidence;
	if (service.status === 'INACTIVE') return { level: 'fine', reason: 'deleted' };
	if (service.desiredCount > 0) return { level: 'fine', reason: counts(service) };
	const isDaemon = service.schedulingStrategy === 'DAEMON';
	return { level: 'fine', reason: isDaemon ? 'no instance to run on' : 'scaled to zero' };
}
