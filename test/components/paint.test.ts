import { describe, expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { paint } from '../../src/components/paint.ts';
import type { Band } from '../../src/components/theme.ts';

describe('paint', () => {
	test('leaves plain text as it is', () => {
		expect(paint([{ text: 'checkout' }])).toBe('checkout');
	});

	test('writes a colour as SGR', () => {
		expect(paint([{ text: 'x', color: 'ansi256(203)' }])).toBe('\u001b[38;5;203mx\u001b[39m');
	});

	test('closes what it opens', () => {
		const band: Band = { background: 'ansi256(237)', color: 'ansi256(255)' };
		expect(paint([{ text: 'x', bold: true }], band)).toBe(
			'\u001b[48;5;237m\u001b[1m\u001b[38;5;255mx\u001b[39m\u001b[22m\u001b[49m',
		);
	});

	test('gives text on a band the colour of the band where it has none, so that any terminal shows it', () => {
		const band: Band = { background: 'ansi256(254)', color: 'ansi256(234)' };
		const painted = paint([{ text: 'a', color: 'ansi256(203)' }, { text: 'b', color: undefined }, { text: 'c' }], band);
		expect(painted).toBe(
			'\u001b[48;5;254m\u001b[38;5;203ma\u001b[39m\u001b[38;5;234mb\u001b[39m\u001b[38;5;234mc\u001b[39m\u001b[49m',
		);
	});
});

test('the theme of NO_COLOR has no colours', () => {
	const { glyphs: _, distinct, ...colors } = createTheme({ background: 'dark', colors: false, unicode: true });
	expect(Object.values(colors).every((color) => color === undefined)).toBe(true);
	expect(distinct).toEqual([]);
});
