import { expect, test } from 'vitest';
import { momentWords } from '../../src/model/moment-words.ts';

const NOW = Date.parse('2026-11-20T14:48:00Z');
const at = (time: string) => Date.parse(time);

test('what comes today has its time of day, where it was meant, and how far away that is', () => {
	expect(momentWords(at('2026-11-20T17:00:00Z'), NOW, 'Europe/Berlin')).toBe('at 18:00 Europe/Berlin (in 2h12m)');
	expect(momentWords(at('2026-11-20T23:05:00Z'), NOW - 20_000)).toBe('at 23:05 UTC (in 8h17m)');
	expect(momentWords(NOW + 30_000, NOW)).toBe('at 14:48 UTC (any moment)');
});

test('what is a day away has its date, and its year when that is another', () => {
	expect(momentWords(at('2026-11-23T08:00:00Z'), NOW)).toBe('on Mon 23 Nov at 08:00 UTC (in 2d17h)');
	expect(momentWords(at('2027-01-01T00:00:00Z'), NOW)).toBe('on Fri 1 Jan 2027 at 00:00 UTC (in 41d9h)');
});

test('a zone that this machine does not know is told in UTC', () => {
	const now = Date.UTC(2026, 10, 20, 12);
	for (const zone of ['', 'Mars/Olympus_Mons'])
		expect(momentWords(now + 3_600_000, now, zone)).toBe('at 13:00 UTC (in 1h)');
});
