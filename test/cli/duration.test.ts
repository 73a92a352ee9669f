import { expect, test } from 'vitest';
import { parseDuration } from '../../src/cli/duration.ts';
import { UsageError } from '../../src/cli/usage-error.ts';

test.each([
	['90s', 90_000],
	['15m', 900_000],
	['2h', 7_200_000],
	['1d', 86_400_000],
])('%s is %i milliseconds', (text, ms) => {
	expect(parseDuration(text)).toBe(ms);
});

test.each(['', '15', 'm', '1.5h', '-3m', '2 h', '5 minutes'])('refuses %j with the forms it takes', (text) => {
	expect(() => parseDuration(text)).toThrow(UsageError);
});
