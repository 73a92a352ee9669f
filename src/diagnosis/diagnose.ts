import type { Evidence } from './evidence.ts';
import { type Diagnosed, type Finding, SEVERITIES } from './finding.ts';
import { CLUSTER_RULES, RULES } from './rules.ts';

/** What is found in one service, the most severe first; a finding takes in those it explains. */
export function diagnose(evidence: Evidence, now: number): readonly Finding[] {
	return ranked(joined(RULES.flatMap((rule) => rule(evidence, now))));
}

/** What is found in a cluster: each service's own findings, and those that only show where they lie side by side. */
export function diagnoseCluster(services: readonly Diagnosed[], now: number): readonly Finding[] {
	const across = CLUSTER_RULES.flatMap((rule) => rule(services, now));
	return ranked(joined([...across, ...services.flatMap(({ findings }) => findings)]));
}

/** A finding that another one of the same services explains is a line of its evidence. */
function joined(findings: readonly Finding[]): readonly Finding[] {
	const explained = new Map<Finding, Finding>();
	for (const finding of findings) {
		const by = findings.find(
			(other) =>
				other !== finding &&
				!explained.has(other) &&
				other.explains?.includes(finding.id) &&
				finding.serviceArns.every((arn) => other.serviceArns.includes(arn)),
		);
		if (by) explained.set(finding, by);
	}
	return findings.flatMap((finding) => {
		if (explained.has(finding)) return [];
		const members = findings.filter((one) => headOf(one, explained) === finding);
		return [members.reduce(takeIn, finding)];
	});
}

function headOf(finding: Finding, explained: ReadonlyMap<Finding, Finding>): Finding {
	let head = finding;
	for (const seen = new Set<Finding>(); !seen.has(head); head = explained.get(head) ?? head) seen.add(head);
	return head;
}

function takeIn(head: Finding, member: Finding): Finding {
	if (head.id === member.id && head.sentence === member.sentence) return head;
	const since = [head.since, member.since].filter((time) => time !== undefined);
	return {
		...head,
		severity: rank(member) < rank(head) ? member.severity : head.severity,
		...(since.length > 0 && { since: Math.min(...since) }),
		evidence: [...head.evidence, ...member.evidence],
	};
}

function ranked(findings: readonly Finding[]): readonly Finding[] {
	return findings.toSorted((a, b) => rank(a) - rank(b) || (a.since ?? Infinity) - (b.since ?? Infinity));
}

function rank({ severity }: Finding): number {
	return SEVERITIES.indexOf(severity);
}
