import { expect, test } from 'vitest';
import { pollPause, readAgain } from '../../src/store/log-window.ts';

/** FilterLogEvents calls a second for the account and region (CloudWatch Logs quotas). */
const QUOTA = 5;

test('four consoles that follow quiet logs fit into the quota of an account', () => {
	expect((4 * 1_000) / pollPause(1)).toBeLessThan(QUOTA);
});

test.each([2, 3, 10])('a torrent of %i pages a poll takes half of the quota, no more', (pages) => {
	expect((pages * 1_000) / pollPause(pages)).toBeLessThanOrEqual(QUOTA / 2);
});

test.each([0, 10, 1_000, 2_000, 8_000])(
	'at %i lines a second every poll covers lines that are five seconds late',
	(rate) => {
		expect(readAgain('overlap', rate)).toBeGreaterThanOrEqual(5_000);
		expect(readAgain('sweep', rate)).toBeGreaterThanOrEqual(readAgain('overlap', rate));
	},
);
