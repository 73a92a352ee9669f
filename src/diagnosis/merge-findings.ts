import type { Finding } from './finding.ts';
import { byRank } from './rank-findings.ts';
import { distinct, takeIn } from './take-in.ts';

/**
 * Of findings with one id about the same services one is left, the worst of them: ten tasks with the same reason are one
 * trouble. What the others say, and what else there is to do, stays with it.
 */
export function mergeFindings(findings: readonly Finding[]): readonly Finding[] {
	const groups = Map.groupBy(findings, ({ id, serviceArns }) => JSON.stringify([id, ...serviceArns.toSorted()]));
	return Array.from(groups.values(), (members) => {
		const [head, ...others] = members.toSorted(byRank) as [Finding, ...Finding[]];
		return others.reduce(merged, head);
	});
}

function merged(head: Finding, other: Finding): Finding {
	const explains = [...new Set([...(head.explains ?? []), ...(other.explains ?? [])])];
	return {
		...takeIn(head, other),
		next: distinct([...head.next, ...other.next], ({ text }) => text),
		...(explains.length > 0 && { explains }),
	};
}
