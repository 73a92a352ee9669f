import { expect, test } from 'vitest';
import { eventLines } from '../../../src/views/events/event-lines.ts';
import type { Happening } from '../../../src/views/events/timeline.ts';
import { lineText } from '../../../src/views/text-line.ts';
import { NOW } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';
import { THEME } from '../../fixtures/theme.ts';

const happening = (minutesAgo: number, changes: Partial<Happening> = {}): Happening => ({
	at: NOW - minutesAgo * MINUTE,
	serviceName: 'checkout',
	kind: 'event',
	meaning: 'routine',
	text: 'has reached a steady state.',
	count: 1,
	...changes,
});
const text = (happenings: readonly Happening[], named = false, width = 60): readonly string[] =>
	eventLines(happenings, { now: NOW, utc: true, theme: THEME, width, named }).map((one) => lineText(one).trimEnd());

test('gives the time and the age, a glyph for what matters, and how often', () => {
	expect(text([happening(1, { meaning: 'failing', text: 'task 77aa10 failed', count: 3 }), happening(5)])).toEqual([
		'12:03:10    1m  ✖ task 77aa10 failed ×3',
		'11:59:10    5m    has reached a steady state.',
	]);
});

test('draws a line where another day begins', () => {
	expect(text([happening(5), happening(24 * 60)])).toEqual([
		'11:59:10    5m    has reached a steady state.',
		'─── 2026-11-19 ───',
		'12:04:10    1d    has reached a steady state.',
	]);
});

test('names the services of several, and sets wrapped words under the first ones', () => {
	expect(
		text([happening(5), happening(6, { serviceName: 'cart', text: 'is unable to place a task' })], true, 42),
	).toEqual([
		'11:59:10    5m    checkout  has reached a',
		'                            steady state.',
		'11:58:10    6m    cart      is unable to',
		'                            place a task',
	]);
});
