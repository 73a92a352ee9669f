import { expect, test } from 'vitest';
import { ASCII_GLYPHS, UNICODE_GLYPHS } from '../../src/components/glyphs.ts';
import { sparkline } from '../../src/components/sparkline.ts';

const glyphs = UNICODE_GLYPHS;

test('draws low values low and high values high', () => {
	expect(sparkline([0, 14, 29, 43, 57, 71, 86, 100], 8, { top: 100, glyphs })).toBe('▁▂▃▄▅▆▇█');
});

test('draws a minute without data as a gap, never as zero', () => {
	expect(sparkline([50, null, 50], 3, { top: 100, glyphs })).toBe('▅ ▅');
});

test('keeps a peak when several values share a cell', () => {
	expect(sparkline([0, 100, 0, 0], 2, { top: 100, glyphs })).toBe('█▁');
});

test('stands at the right when there are fewer values than cells', () => {
	expect(sparkline([100], 3, { top: 100, glyphs })).toBe('  █');
});

test('has a form for terminals without UTF-8', () => {
	expect(sparkline([0, 100], 2, { top: 100, glyphs: ASCII_GLYPHS })).toBe('_#');
});
