import { expect, test } from 'vitest';
import { beginning } from '../../src/views/beginning.ts';

const NOW = Date.UTC(2026, 10, 20, 12, 4, 10);
const HOUR = 3_600_000;

test.each([
	[{ since: NOW - 150_000 }, ', since 12:01:40'],
	[{ since: NOW - 72 * HOUR }, ', since 11-17 12:04:10'],
	[{ since: NOW - 2 * HOUR, mayBeOlder: true }, ', for 2h or longer'],
	[{}, ''],
] as const)('of %j says%s', (known, words) => {
	expect(beginning(known, NOW, true)).toBe(words);
});
