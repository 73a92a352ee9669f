import { expect, test } from 'vitest';
import { createSuspects } from '../../src/store/suspects.ts';

const TEN = Array.from('abcdefghij');

test('finds the one that fails a call of ten by halves, in nine calls at most', () => {
	const suspects = createSuspects();
	let calls = 0;
	suspects.accuse(TEN, 'denied', 0);
	for (let groups = suspects.groups(TEN, 0); groups.length > 0; groups = suspects.groups(TEN, 0)) {
		for (const group of groups) {
			calls += 1;
			if (group.includes('g')) suspects.accuse(group, 'denied', 0);
			else suspects.clear(group);
		}
	}
	expect(suspects.all()).toEqual(['g']);
	expect(calls).toBeLessThanOrEqual(9);
});

test('asks for one that fails alone more and more rarely, but every ten minutes at least', () => {
	const suspects = createSuspects();
	expect(suspects.accuse(['a'], 'server-fault', 0)).toBe(10_000);
	expect(suspects.groups(['a'], 9_999)).toEqual([]);
	expect(suspects.groups(['a'], 10_000)).toEqual([['a']]);
	expect(suspects.accuse(['a'], 'server-fault', 10_000)).toBe(30_000);
	expect(createSuspects().accuse(['a'], 'denied', 0)).toBe(600_000);
});

test('asks for one at once when the person wants to', () => {
	const suspects = createSuspects();
	suspects.accuse(['a'], 'denied', 0);
	suspects.retry();
	expect(suspects.groups(['a'], 1)).toEqual([['a']]);
});

test('holds nothing against one that failed alone while everything failed', () => {
	const suspects = createSuspects();
	suspects.doubt(['a', 'b'], 0);
	expect(suspects.groups(['a', 'b'], 0)).toEqual([['a'], ['b']]);
	suspects.doubt(['a'], 0);
	expect(suspects.all()).toEqual(['b']);
});
