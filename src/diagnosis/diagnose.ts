import type { Evidence } from './evidence.ts';
import type { Diagnosed, Finding } from './finding.ts';
import { joinFindings } from './join-findings.ts';
import { mergeFindings } from './merge-findings.ts';
import { byRank } from './rank-findings.ts';
import { CLUSTER_RULES, RULES } from './rules.ts';

/** What is found in one service, the worst first; each id once. A finding takes in those it explains. */
export function diagnose(evidence: Evidence, now: number): readonly Finding[] {
	return ordered(RULES.flatMap((rule) => rule(evidence, now)));
}

/** What is found in a cluster: each service's own findings, and those that only show where they lie side by side. */
export function diagnoseCluster(services: readonly Diagnosed[], now: number): readonly Finding[] {
	const across = CLUSTER_RULES.flatMap((rule) => rule(services, now));
	return ordered([...across, ...services.flatMap(({ findings }) => findings)]);
}

function ordered(findings: readonly Finding[]): readonly Finding[] {
	if (findings.length < 2) return findings;
	return joinFindings(mergeFindings(findings).toSorted(byRank)).toSorted(byRank);
}
