import { CHANGED } from './changed-before.ts';
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
	// What is only worth a word did not begin the trouble.
	const counts = member.severity !== 'info' || head.severity === 'info';
	const isOlder = counts && member.since !== undefined && member.since < (head.since ?? Infinity);
	const { mayBeOlder, ...rest } = head;
	const older = isOlder ? member.mayBeOlder : mayBeOlder;
	return {
		...rest,
		severity: isWorse ? member.severity : head.severity,
		...(isOlder && member.since !== undefined && { since: member.since }),
		...(older && { mayBeOlder: older }),
		evidence: changeFirst([...head.evidence, ...saidBy(member, head), ...member.evidence]).slice(0, LINES),
		ruledOut: [...new Set([...head.ruledOut, ...member.ruledOut])],
	};
}

/** Its sentence as a line, with the place and the call of what it was told by. */
function saidBy({ sentence, since, evidence }: Finding, head: Finding): readonly EvidenceLine[] {
	const first = evidence.find((line) => !isChange(line)) ?? evidence[0];
	if (sentence === head.sentence || first === undefined) return [];
	return [{ ...first, text: sentence, ...(since !== undefined && { at: since }) }];
}

/** Each once; what changed just before leads, and is told once, though each reckons from its own beginning. */
function changeFirst(lines: readonly EvidenceLine[]): readonly EvidenceLine[] {
	const change = lines.filter(isChange).slice(0, 1);
	return distinct([...change, ...lines.filter((line) => !isChange(line))], lineKey);
}

function isChange({ text }: EvidenceLine): boolean {
	return text.startsWith(CHANGED);
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
