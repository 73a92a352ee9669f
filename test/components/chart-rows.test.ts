import { expect, test } from 'vitest';
import { chartRows } from '../../src/components/chart-rows.ts';
import { UNICODE_GLYPHS } from '../../src/components/glyphs.ts';

function plot(values: readonly (number | null)[], height: number, threshold?: number): readonly string[] {
	const shape = { top: 100, threshold, width: values.length, height, glyphs: UNICODE_GLYPHS };
	return chartRows(values, shape).map((row) => row.map(({ text }) => text).join(''));
}

test('stacks full cells and ends in eighths', () => {
	expect(plot([25, 50, 75, 100], 2)).toEqual(['  ▄█', '▄███']);
});

test('draws the threshold across the bars, and tells what of them is over it', () => {
	expect(plot([10, 100, 10], 4, 60)).toEqual([' █ ', '───', ' █ ', '▃█▃']);
	const shape = { top: 100, threshold: 60, width: 3, height: 4, glyphs: UNICODE_GLYPHS };
	const looks = chartRows([10, 100, 10], shape).map((row) => row.map(({ look }) => look).join(' '));
	expect(looks).toEqual(['blank over blank', 'line crossed line', 'blank bar blank', 'bar']);
});

test('shows the end of a bar that ends where the threshold is', () => {
	expect(plot([55, 70], 4, 60)).toEqual(['  ', '▂▆', '██', '██']);
});

test('keeps a threshold at the upper edge in the plot', () => {
	expect(plot([0], 2, 100)).toEqual(['─', ' ']);
});

test('leaves a minute without data empty', () => {
	expect(plot([100, null, 100], 1)).toEqual(['█ █']);
});
