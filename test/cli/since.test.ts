import { expect, test } from 'vitest';
import { parseSince } from '../../src/cli/since.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

test.each([
	['2h', Date.UTC(2026, 10, 20, 10)],
	['2026-11-20T11:30Z', Date.UTC(2026, 10, 20, 11, 30)],
	['2026-11-20T20:30:15+09:00', Date.UTC(2026, 10, 20, 11, 30, 15)],
])('%s is a time', (text, time) => {
	expect(parseSince(text, NOW)).toBe(time);
});

test.each(['2026-11-20T11:30', '2026-11-20', '2026-13-20T11:30Z', 'yesterday'])('%s is none', (text) => {
	expect(() => parseSince(text, NOW)).toThrow(/^"/u);
});
