import type { Finding } from './finding.ts';
import { takeIn } from './take-in.ts';

/**
 * A finding that another one about the same services explains becomes lines of it, and so on down the chain: only what
 * nothing explains is left. Of two that explain each other the first one stays.
 * @param findings the most telling first
 */
export function joinFindings(findings: readonly Finding[]): readonly Finding[] {
	const explaining = findings.filter(({ explains = [] }) => explains.length > 0);
	const explainedBy = new Map<Finding, Finding>();
	// From the end on, so that a circle is cut in front of its first.
	for (const finding of findings.toReversed()) {
		const by = explaining.find((other) => explains(other, finding) && headOf(other, explainedBy) !== finding);
		if (by) explainedBy.set(finding, by);
	}
	const members = Map.groupBy(findings, (finding) => headOf(finding, explainedBy));
	return Array.from(members, ([head, all]) => all.filter((one) => one !== head).reduce(takeIn, head));
}

function explains(one: Finding, other: Finding): boolean {
	return (
		one !== other &&
		(one.explains?.includes(other.id) ?? false) &&
		other.serviceArns.every((arn) => one.serviceArns.includes(arn))
	);
}

function headOf(finding: Finding, explainedBy: ReadonlyMap<Finding, Finding>): Finding {
	const by = explainedBy.get(finding);
	return by === undefined ? finding : headOf(by, explainedBy);
}
