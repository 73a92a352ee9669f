import { describe, expect, test } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { paint } from '../../src/components/paint.ts';

describe('paint', () => {
	test('leaves plain text as it is', () => {
		expect(paint([{ text: 'checkout' }])).toBe('checkout');
	});

	test.each([
		['ansi256(203)', '38;5;203'],
		['red', '38;5;1'],
		['redBright', '38;5;9'],
		['gray', '38;5;8'],
		['#ff8000', '38;2;255;128;0'],
	])('writes %s as %s', (color, code) => {
		expect(paint([{ text: 'x', color }])).toBe(`\u001b[${code}mx\u001b[39m`);
	});

	test('closes what it opens', () => {
		const band = { background: 'ansi256(237)', color: 'ansi256(255)' };
		expect(paint([{ text: 'x', bold: true }], band)).toBe(
			'\u001b[48;5;237m\u001b[1m\u001b[38;5;255mx\u001b[39m\u001b[22m\u001b[49m',
		);
	});

	test('gives text on a band the colour of the band where it has none, so that any terminal shows it', () => {
		const band = { background: 'ansi256(254)', color: 'ansi256(234)' };
		const painted = paint([{ text: 'a', color: 'red' }, { text: 'b', color: undefined }, { text: 'c' }], band);
		expect(painted).toBe(
			'\u001b[48;5;254m\u001b[38;5;1ma\u001b[39m\u001b[38;5;234mb\u001b[39m\u001b[38;5;234mc\u001b[39m\u001b[49m',
		);
	});
});

test('the theme of NO_COLOR has no colours', () => {
	const { glyphs: _, distinct, ...colors } = createTheme({ background: 'dark', colors: false, unicode: true });
	expect(Object.values(colors).every((color) => color === undefined)).toBe(true);
	expect(distinct).toEqual([]);
});
