import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../src/actions/outcome.ts';
import type { Step } from '../../src/actions/step.ts';
import { watch } from '../../src/actions/watch.ts';
import { failing, fakeAws } from '../store/fake-aws.ts';

type Seen = Outcome | Step | string | ReturnType<typeof failing>;

const DONE: Outcome = { state: 'done', text: 'It is done.' };

/** Watches what is seen look by look, the last for ever; until `until` ms have passed. */
async function watched(sights: readonly Seen[], until = 1e9) {
	let now = 0;
	let looks = 0;
	const waits: number[] = [];
	const yielded: (string | Step)[] = [];
	const steps = watch<Exclude<Seen, Error>, string | Step>(
		{
			every: 4_000,
			made: 'It is under way',
			next: '`look` shows it.',
			look: async () => {
				const sight = sights[Math.min(looks++, sights.length - 1)] ?? DONE;
				if (sight instanceof Error) throw sight;
				return sight;
			},
			judge: (sight) => sight,
		},
		{
			aws: fakeAws(),
			now: () => now,
			wait: async (ms) => {
				waits.push(ms);
				now += ms;
			},
			signal: new AbortController().signal,
			until,
		},
	);
	for (;;) {
		// oxlint-disable-next-line no-await-in-loop -- one step after the other
		const step = await steps.next();
		if (step.done) return { outcome: step.value, waits, yielded };
		yielded.push(step.value);
	}
}

describe('watching', () => {
	test('tells only what is new, with the numbers where there are some', async () => {
		const step = { text: 'two', rollout: undefined as never };
		const { yielded, outcome } = await watched(['one', 'one', step, DONE]);
		expect(yielded).toEqual(['one', step]);
		expect(outcome).toBe(DONE);
	});

	test('looks less and less often while AWS throttles, and as before when it no longer does', async () => {
		const throttled = failing('throttled');
		const { waits, yielded } = await watched(['one', throttled, throttled, throttled, throttled, 'one', DONE]);
		expect(waits).toEqual([4_000, 8_000, 16_000, 30_000, 30_000, 4_000]);
		expect(yielded).toEqual(['one', 'cannot look (ThrottlingException), trying again; before that: one', 'one']);
	});

	test('looks more seldom while nothing moves', async () => {
		const { waits } = await watched([...Array.from({ length: 32 }, () => 'one'), 'two', DONE]);
		expect(waits.slice(28)).toEqual([4_000, 4_000, 12_000, 12_000, 4_000]);
	});

	test('does not wait past the end', async () => {
		const { waits, outcome } = await watched(['one'], 10_000);
		expect(waits).toEqual([4_000, 4_000, 2_000]);
		expect(outcome).toEqual({
			state: 'timed-out',
			text: 'It is under way, but the time is up: one.',
			next: '`look` shows it.',
		});
	});

	test('that cannot look at the end says so, and how to see it', async () => {
		const { outcome } = await watched([failing('expired-credentials', { next: 'Sign in.' })], 4_000);
		expect(outcome).toEqual({
			state: 'unknown',
			text: 'It is under way, but what became of it cannot be seen: No',
			next: 'Sign in. Then `look` shows it.',
		});
	});
});
