import type { EvidenceLine, Finding } from './finding.ts';
import { severityRank } from './rank-findings.ts';

/** Lines that a finding keeps: past these nobody reads on. Our own number. */
const LINES = 24;

/**
 * A finding with what another one says as lines of its evidence: as bad as the worse of them, and as old as the older.
 * What to do stays its own: the advice for a part may be wrong for the whole.
 */
export function takeIn(head: Finding, member: Finding): Finding {
	const isWorse = severityRank(member.severity) < severityRank(head.severity);
	const isOlder = member.since !== undefined && member.since < (head.since ?? Infinity);
	const { mayBeOlder, ...rest } = head;
	const older = isOlder ? member.mayBeOlder : mayBeOlder;
	return {
		...rest,
		severity: isWorse ? member.severity : head.severity,
		...(isOlder && member.since !== undefined && { since: member.since }),
		...(older && { mayBeOlder: older }),
		evidence: distinct([...head.evidence, ...saidBy(member, head), ...member.evidence], lineKey).slice(0, LINES),
		ruledOut: [...new Set([...head.ruledOut, ...member.ruledOut])],
	};
}

/** Its sentence as a line, with the place and the call of what it was told by. */
function saidBy({ sentence, since, evidence }: Finding, head: Finding): readonly EvidenceLine[] {
	const [first] = evidence;
	if (sentence === head.sentence || first === undefined) return [];
	return [{ ...first, text: sentence, ...(since !== undefined && { at: since }) }];
}

function lineKey({ text, api, at, place }: EvidenceLine): string {
	return JSON.stringify([text, api, at, place]);
}

/** The first of those with one key. */
export function distinct<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
	const seen = new Set<string>();
	return items.filter((item) => {
		const key = keyOf(item);
		return !seen.has(key) && seen.add(key);
	});
}
