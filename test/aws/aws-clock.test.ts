import { expect, test } from 'vitest';
import { createAwsClock } from '../../src/aws/aws-clock.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

/** What is found of AWS's clock by answers, each made so long (ms) after its coming and so long under way. */
function aheadAfter(...answers: readonly { readonly made: number; readonly took?: number }[]): number {
	const clock = createAwsClock({ now: () => NOW });
	for (const { made, took = 100 } of answers) clock.heard(new Date(NOW + made).toUTCString(), NOW - took);
	return clock.ahead();
}

test('clocks that differ by no more than an answer takes agree', () => {
	expect(aheadAfter({ made: -1_000 })).toBe(0);
});

test.each([7_200_000, -1_800_000])('a clock that is off by %i ms is noticed', (off) => {
	expect(aheadAfter({ made: off })).toBe(off + 500);
});

test('the difference stays as it was found, for it must not tremble', () => {
	expect(aheadAfter({ made: 7_200_000 }, { made: 7_201_000 })).toBe(7_200_500);
});

test('a clock that was put right is noticed', () => {
	expect(aheadAfter({ made: 7_200_000 }, { made: 0 })).toBe(0);
});

test('an answer that waited while the machine slept tells nothing', () => {
	expect(aheadAfter({ made: -28_800_000, took: 28_800_000 })).toBe(0);
});

test('an answer without a date tells nothing', () => {
	const clock = createAwsClock({ now: () => NOW });
	clock.heard(undefined, NOW);
	expect(clock.ahead()).toBe(0);
});
