import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinFindings } from '../../src/diagnosis/join-findings.ts';
import { mergeFindings } from '../../src/diagnosis/merge-findings.ts';
import { byRank } from '../../src/diagnosis/rank-findings.ts';
import { aFinding } from './a-finding.ts';

describe('findings of one id', () => {
	test('about one service are one: the worst speaks, the others are lines of it', () => {
		const first = aFinding('tg-timeout', { sentence: 'one target is slow', since: 20 });
		const worse = aFinding('tg-timeout', { sentence: 'all targets are slow', since: 30, severity: 'high' });
		const found = mergeFindings([first, worse]);
		expect(found).toMatchObject([{ sentence: 'all targets are slow', severity: 'high', since: 20 }]);
		expect(found[0]?.evidence.map(({ text }) => text)).toEqual([
			'all targets are slow!',
			'one target is slow',
			'one target is slow!',
		]);
	});

	test('that say the same are told once', () => {
		expect(mergeFindings([aFinding('a'), aFinding('a'), aFinding('a')])).toEqual([aFinding('a')]);
	});

	test('about different services stay apart', () => {
		expect(mergeFindings([aFinding('a'), aFinding('a', { serviceArns: ['other'] })])).toHaveLength(2);
	});
});

describe('a finding that explains others', () => {
	test('takes them in down the chain, and is as bad as the worst and as old as the oldest of them', () => {
		const cause = aFinding('x-grace-too-short', { severity: 'warning', explains: ['elb'], since: 50 });
		const middle = aFinding('elb', { severity: 'high', explains: ['x-desired-gap'] });
		const last = aFinding('x-desired-gap', { severity: 'critical', since: 10, mayBeOlder: true });
		const found = joinFindings([last, middle, cause]);
		expect(found).toMatchObject([{ id: 'x-grace-too-short', severity: 'critical', since: 10, mayBeOlder: true }]);
		expect(found[0]?.evidence.map(({ text }) => text)).toEqual(
			expect.arrayContaining(['elb', 'elb!', 'x-desired-gap', 'x-desired-gap!']),
		);
	});

	test('gives its own advice, not that for its parts', () => {
		const member = aFinding('part', { next: [{ text: 'Roll back to :42' }] });
		expect(joinFindings([aFinding('whole', { explains: ['part'] }), member])[0]?.next).toEqual([]);
	});

	test('is led by what changed just before, once, and keeps the call by which each part was read', () => {
		const change = (between: string) => ({
			text: `changed just before: deploy :42 → :43, ${between} earlier`,
			api: 'ecs:DescribeServiceDeployments',
		});
		const died = { text: 'task 77aa10 ended', api: 'ecs:DescribeTasks' };
		const whole = aFinding('whole', { explains: ['part', 'other'] });
		const part = aFinding('part', { evidence: [change('1m16s'), died] });
		const other = aFinding('other', { evidence: [change('2m'), died] });
		expect(joinFindings([whole, part, other])[0]?.evidence).toEqual([
			change('1m16s'),
			...whole.evidence,
			{ text: 'part', api: 'ecs:DescribeTasks' },
			died,
			{ text: 'other', api: 'ecs:DescribeTasks' },
		]);
	});

	test('leaves alone what touches other services, and a finding of a cluster takes in those of its services', () => {
		const cluster = aFinding('outage', { serviceArns: ['a', 'b'], explains: ['slow'] });
		const slow = (arn: string) => aFinding('slow', { serviceArns: [arn] });
		expect(joinFindings([cluster, slow('a'), slow('b'), slow('c')])).toMatchObject([
			{ id: 'outage' },
			{ id: 'slow', serviceArns: ['c'] },
		]);
	});

	test('is lost in no circle', () => {
		const ring = [
			aFinding('a', { explains: ['b'] }),
			aFinding('b', { explains: ['c'] }),
			aFinding('c', { explains: ['a'] }),
		];
		expect(joinFindings(ring)).toMatchObject([{ id: 'a' }]);
	});

	test('whatever explains whatever, each finding is heard of, and nothing left explains another one left but in a circle', () => {
		const ids = ['a', 'b', 'c', 'd', 'e'];
		const graph = fc.array(fc.subarray(ids), { minLength: 5, maxLength: 5 });
		fc.assert(
			fc.property(graph, (edges) => {
				const findings = ids.map((id, index) => aFinding(id, { explains: edges[index] ?? [] }));
				const heads = joinFindings(findings);
				const told = new Set(heads.flatMap(({ evidence }) => evidence.map(({ text }) => text.replace('!', ''))));
				expect([...told].toSorted()).toEqual(ids);
			}),
		);
	});
});

test('the worst stands first, then causes, then the surest, then what began last; the order does not depend on the input', () => {
	const ordered = [
		aFinding('critical', { severity: 'critical', confidence: 'low' }),
		aFinding('sure', { severity: 'high', since: 5 }),
		aFinding('wide', { severity: 'high', confidence: 'medium', serviceArns: ['a', 'b'] }),
		aFinding('new', { severity: 'high', confidence: 'medium', since: 9 }),
		aFinding('old', { severity: 'high', confidence: 'medium', since: 5 }),
		aFinding('seen', { severity: 'high', symptom: true }),
		aFinding('a', { severity: 'info' }),
		aFinding('b', { severity: 'info' }),
	];
	fc.assert(
		fc.property(fc.shuffledSubarray(ordered, { minLength: ordered.length }), (shuffled) => {
			expect(shuffled.toSorted(byRank)).toEqual(ordered);
		}),
	);
});
