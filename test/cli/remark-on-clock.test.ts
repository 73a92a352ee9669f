import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { remarkOnClock } from '../../src/cli/remark-on-clock.ts';

test.each([
	[7_200_000, "deckwatch: this machine's clock is 120 min behind AWS's, by which times are read here.\n"],
	[-1_800_000, "deckwatch: this machine's clock is 30 min ahead of AWS's, by which times are read here.\n"],
	[30_000, ''],
])('a clock that AWS is %i ms ahead of', (ahead, said) => {
	const stderr = new PassThrough();
	const { signal } = new AbortController();
	remarkOnClock({ stdout: new PassThrough(), stderr, env: {}, signal, now: () => 0, wait: async () => {} }, ahead);
	expect(String(stderr.read() ?? '')).toBe(said);
});
