import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, segmentsWidth } from '../../src/components/segment.ts';
import { wrapSegments } from '../../src/components/wrap-segments.ts';

const rowsOf = (text: string, width: number, indent = 2, maxRows = 99) =>
	wrapSegments([{ text }], width, indent, maxRows).map(plainText);

describe('wrapping', () => {
	test('sets the rows after the first in', () => {
		expect(rowsOf('abcdefghij', 5)).toEqual(['abcde', '  fgh', '  ij']);
	});

	test('leaves a line that fits as it is', () => {
		expect(rowsOf('abc', 3)).toEqual(['abc']);
		expect(rowsOf('', 3)).toEqual(['']);
	});

	test('keeps the looks of each piece', () => {
		const rows = wrapSegments(
			[
				{ text: 'ab', color: 'red' },
				{ text: 'cd', bold: true },
			],
			3,
			0,
			9,
		);
		expect(rows).toEqual([
			[
				{ text: 'ab', color: 'red' },
				{ text: 'c', bold: true },
			],
			[{ text: '' }, { text: 'd', bold: true }],
		]);
	});

	test('does not cut a wide character in half', () => {
		expect(rowsOf('a注文', 4, 0)).toEqual(['a注', '文']);
	});

	test('ends where there is no room, for height or for a character', () => {
		expect(rowsOf('abcdefghij', 5, 2, 2)).toEqual(['abcde', '  fgh']);
		expect(rowsOf('注', 1, 0)).toEqual(['']);
	});

	test('never makes a row wider than asked, and loses nothing on the way', () => {
		const text = fc.string({ unit: fc.constantFrom('a', 'é', '注', ' ', '🚀'), maxLength: 60 });
		fc.assert(
			fc.property(text, fc.integer({ min: 4, max: 20 }), (long, width) => {
				const rows = wrapSegments([{ text: long }], width, 2, 999);
				for (const row of rows) expect(segmentsWidth(row)).toBeLessThanOrEqual(width);
				const [first = '', ...rest] = rows.map(plainText);
				expect(first + rest.map((row) => row.slice(2)).join('')).toBe(long);
			}),
		);
	});
});
