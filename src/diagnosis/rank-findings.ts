import { type Confidence, type Finding, SEVERITIES, type Severity } from './finding.ts';

const CONFIDENCE: Readonly<Record<Confidence, number>> = { high: 0, medium: 1, low: 2 };

/** 0 is the worst. */
export function severityRank(severity: Severity): number {
	return SEVERITIES.indexOf(severity);
}

/**
 * For sorting: the worst first; then causes before what is only seen; then what is surest, what touches most services,
 * what began last. Findings that are equal in all of that go by their id, so that two looks show one order.
 */
export function byRank(a: Finding, b: Finding): number {
	return (
		severityRank(a.severity) - severityRank(b.severity) ||
		Number(a.symptom ?? false) - Number(b.symptom ?? false) ||
		CONFIDENCE[a.confidence] - CONFIDENCE[b.confidence] ||
		b.serviceArns.length - a.serviceArns.length ||
		(b.since ?? 0) - (a.since ?? 0) ||
		compare(a.id, b.id) ||
		compare(a.serviceArns.join(), b.serviceArns.join())
	);
}

function compare(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
