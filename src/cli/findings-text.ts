import type { EvidenceLine, Finding, NextStep, Severity } from '../diagnosis/finding.ts';
import { lastSegment } from '../model/arn.ts';

const MARKS: Readonly<Record<Severity, string>> = { critical: '✖', high: '✖', warning: '▲', info: '·' };

/**
 * A finding as a paragraph for people, times in UTC.
 * @param placeOf where a service is: `prod (ap-northeast-1)`
 */
export function findingText(finding: Finding, placeOf: (serviceArn: string) => string): string {
	const { severity, confidence, id, sentence, serviceArns, since, mayBeOlder, evidence, ruledOut, next } = finding;
	const [first = ''] = serviceArns;
	const names = serviceArns.map(lastSegment).join(', ');
	const begun = since === undefined ? '' : ` · since ${isoSeconds(since)}${mayBeOlder ? ' or earlier' : ''}`;
	return [
		`${MARKS[severity]} ${names} in ${placeOf(first)}: ${sentence}`,
		`  ${severity}${begun} · ${confidence} confidence · ${id}`,
		...evidence.map(evidenceText),
		...ruledOut.map((text) => `  ${text}`),
		...next.map(stepText),
	].join('\n');
}

function evidenceText({ text, api, at }: EvidenceLine): string {
	return `  ${at === undefined ? '' : `${isoSeconds(at)}  `}${text}  (${api})`;
}

/** A step that has only a key belongs to the console: its words say what to do. */
function stepText({ text, command }: NextStep): string {
	return `  → ${text}${command === undefined ? '' : `\n      ${command}`}`;
}

/** `2026-11-20T12:01:40Z` */
function isoSeconds(time: number): string {
	return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
