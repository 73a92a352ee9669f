import { bringingIn } from './bringing-in.ts';
import { counts, scaling } from './counts.ts';
import { diagnose } from './diagnose.ts';
import type { Evidence, Symptom, SymptomRule } from './evidence.ts';
import type { Finding, Severity } from './finding.ts';
import { rollingOut } from './rollout.ts';

export type AttentionLevel = 'failing' | 'degraded' | 'changing' | 'fine';

/** How much a service needs somebody to look at it, and why, in one sentence; and all that was found, the worst first. */
export type Attention = Symptom & { readonly level: AttentionLevel; readonly findings: readonly Finding[] };

const LEVELS: Readonly<Record<Exclude<Severity, 'info'>, AttentionLevel>> = {
	critical: 'failing',
	high: 'failing',
	warning: 'degraded',
};

/** What is under way, the most telling first: the first that finds something speaks. */
const UNDER_WAY: readonly SymptomRule[] = [rollingOut, bringingIn, scaling];

/**
 * Judges a service by what is known: the worst that is found speaks for it; where nothing is wrong, what is under way.
 * Little evidence gives a careful answer, never a guess.
 */
export function attention(evidence: Evidence, now: number): Attention {
	return attentionBy(diagnose(evidence, now), evidence, now);
}

/** The same by what is found in it already, the worst first. */
export function attentionBy(findings: readonly Finding[], evidence: Evidence, now: number): Attention {
	const [worst] = findings;
	if (worst && worst.severity !== 'info') {
		const { sentence: reason, since, mayBeOlder, severity } = worst;
		return {
			level: LEVELS[severity],
			reason,
			...(since !== undefined && { since }),
			...(mayBeOlder && { mayBeOlder }),
			findings,
		};
	}
	for (const rule of UNDER_WAY) {
		const found = rule(evidence, now);
		if (found) return { level: 'changing', ...found, findings };
	}
	return { level: 'fine', reason: atRest(evidence), findings };
}

function atRest({ service }: Evidence): string {
	if (service.status === 'INACTIVE') return 'deleted';
	if (service.desiredCount > 0) return counts(service);
	return service.schedulingStrategy === 'DAEMON' ? 'no instance to run on' : 'scaled to zero';
}
