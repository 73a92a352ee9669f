import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { attention } from '../../src/diagnosis/attention.ts';
import { diagnose, diagnoseCluster } from '../../src/diagnosis/diagnose.ts';
import type { Evidence } from '../../src/diagnosis/evidence.ts';
import { type Finding, SEVERITIES } from '../../src/diagnosis/finding.ts';
import { CLUSTER_RULES, RULES } from '../../src/diagnosis/rules.ts';
import { aService } from '../fixtures/a-service.ts';
import { arbitraryEvidence } from './arbitrary-evidence.ts';
import { NOW } from './checkout.ts';

const { everywhere, cover, panes } = allBindings();
/** Ids of all keys that a step may name. */
const BINDINGS = [everywhere, cover, ...panes].flatMap(({ bindings }) => bindings.map(({ id }) => id));

/** What a value that is not there, or is no number, looks like in a text. */
const HOLE = /\b(?:undefined|NaN|Infinity)\b|\[object /u;

/** What would do something to a terminal. */
const UNSAFE = /[\p{Control}\p{Default_Ignorable_Code_Point}]/u;

function textsOf({ sentence, evidence, ruledOut, next }: Finding): readonly string[] {
	const steps = next.flatMap(({ text, command }) => (command === undefined ? [text] : [text, command]));
	return [sentence, ...evidence.map(({ text }) => text), ...ruledOut, ...steps];
}

/** Each is fit to be shown, whatever it was made of. */
function expectWellFormed(findings: readonly Finding[]): void {
	for (const finding of findings) {
		for (const text of textsOf(finding)) {
			expect(text.trim()).not.toBe('');
			expect(text).not.toMatch(HOLE);
			expect(text).not.toMatch(UNSAFE);
		}
		expect(finding.sentence).not.toMatch(/\.$/u);
		// Pasted into a shell that is set to another region they would mean something else there; IAM has no regions.
		const regional = finding.next.map(({ command = '' }) => command).filter((text) => /^aws (?!iam )/u.test(text));
		expect(regional.filter((text) => !/ --region [a-z\d-]+(?: |$)/u.test(text))).toEqual([]);
		// Shown without a word before it: it has to say itself that this is not the cause.
		for (const text of finding.ruledOut) expect(text).toMatch(/\b(?:not|no|nothing)\b/iu);
		expect(SEVERITIES).toContain(finding.severity);
		expect(finding.evidence).not.toEqual([]);
		for (const { binding } of finding.next) expect([undefined, ...BINDINGS]).toContain(binding);
		for (const { api, at = 0 } of finding.evidence) {
			expect(api).toMatch(/^[a-z\d-]+:[A-Z]\w+$/u);
			expect(Number.isFinite(at)).toBe(true);
		}
		expect(Number.isFinite(finding.since ?? 0)).toBe(true);
	}
}

test.each(RULES.map((rule) => [rule.name, rule] as const))(
	'%s says something fit to be shown, or nothing, of any evidence',
	(_name, rule) => {
		fc.assert(
			fc.property(arbitraryEvidence, (evidence) => expectWellFormed(rule(evidence, NOW))),
			{ numRuns: 200 },
		);
	},
);

test('a diagnosis is well formed, has each id once and the worst first, and is the same a second time', () => {
	fc.assert(
		fc.property(arbitraryEvidence, (evidence) => {
			const findings = diagnose(evidence, NOW);
			expectWellFormed(findings);
			const ids = findings.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			const ranks = findings.map(({ severity }) => SEVERITIES.indexOf(severity));
			expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
			expect(diagnose(structuredClone(evidence), NOW)).toEqual(findings);
		}),
		{ numRuns: 500 },
	);
});

test('a service is judged by the worst of its findings', () => {
	fc.assert(
		fc.property(arbitraryEvidence, (evidence) => {
			const { level, reason, findings } = attention(evidence, NOW);
			const worst = findings[0]?.severity ?? 'info';
			expect(reason).not.toMatch(HOLE);
			expect(level === 'failing').toBe(worst === 'critical' || worst === 'high');
			expect(level === 'degraded').toBe(worst === 'warning');
		}),
		{ numRuns: 500 },
	);
});

test('rules of a cluster say something fit to be shown, or nothing, of any services', () => {
	const named = (evidence: Evidence, index: number): Evidence => {
		const { serviceArn, serviceName } = aService(`checkout-${index}`);
		return { ...evidence, service: { ...evidence.service, serviceArn, serviceName } };
	};
	fc.assert(
		fc.property(fc.array(arbitraryEvidence, { maxLength: 4 }), (all) => {
			const services = all.map(named).map((evidence) => ({ evidence, findings: diagnose(evidence, NOW) }));
			for (const rule of CLUSTER_RULES) expectWellFormed(rule(services, NOW));
			expectWellFormed(diagnoseCluster(services, NOW));
		}),
		{ numRuns: 100 },
	);
});
