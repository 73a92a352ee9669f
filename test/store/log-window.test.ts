import { expect, test } from 'vitest';
import { pollPause } from '../../src/store/log-window.ts';

/** FilterLogEvents calls a second for the account and region (CloudWatch Logs quotas). */
const QUOTA = 5;

test('four consoles that follow quiet logs fit into the quota of an account', () => {
	expect((4 * 1_000) / pollPause(1, 0)).toBeLessThan(QUOTA);
});

test.each([2, 3, 10])('a torrent of %i pages a poll takes half of the quota, no more', (pages) => {
	expect((pages * 1_000) / pollPause(pages, 0)).toBeLessThanOrEqual(QUOTA / 2);
	expect((pages * 1_000) / (500 + pollPause(pages, 500))).toBeLessThanOrEqual(QUOTA / 2);
});

test('a poll that took its time is followed by the next one at once', () => {
	expect(pollPause(3, 4_000)).toBe(0);
});
