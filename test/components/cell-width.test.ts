import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWidth, fit, truncate } from '../../src/components/cell-width.ts';
import { fitSegments, plainText, segmentsWidth } from '../../src/components/segment.ts';

describe('cellWidth', () => {
	test.each([
		['checkout', 8],
		['日本語', 6],
		['é', 1],
		['e\u0301', 1],
		['✖▲⟳▌│╭', 6],
		['', 0],
	])('%s takes %i cells', (text, width) => {
		expect(cellWidth(text)).toBe(width);
	});
});

describe('truncate', () => {
	test('keeps what fits', () => {
		expect(truncate('checkout', 8)).toBe('checkout');
	});

	test('shows that something is missing', () => {
		expect(truncate('api-gateway', 6)).toBe('api-g…');
	});

	test('never cuts a wide character in half', () => {
		expect(truncate('日本語検索', 6)).toBe('日本…');
	});

	test('takes the glyph it is given, for terminals without UTF-8', () => {
		expect(truncate('api-gateway', 6, '~')).toBe('api-g~');
	});
});

describe('fit', () => {
	test('fills numbers from the left', () => {
		expect(fit('42', 5, 'right')).toBe('   42');
	});

	test('gives exactly the cells that were asked for', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, width) => {
				expect(cellWidth(fit(text.replaceAll(/\p{Control}/gu, ''), width))).toBe(width);
			}),
		);
	});
});

describe('fitSegments', () => {
	test('cuts in the segment where the room ends, and keeps its colour', () => {
		const segments = [{ text: '✖ ', color: 'red' }, { text: 'checkout' }];
		expect(fitSegments(segments, 6)).toEqual([{ text: '✖ ', color: 'red' }, { text: 'che…' }]);
	});

	test('shows that whole segments are missing', () => {
		expect(plainText(fitSegments([{ text: 'abcd' }, { text: 'ef' }], 4))).toBe('abc…');
	});

	test('gives exactly the cells that were asked for', () => {
		const texts = fc.array(fc.constantFrom('a', 'ok ', '日本', '✖ ', '', 'checkout'), { maxLength: 8 });
		fc.assert(
			fc.property(texts, fc.nat(40), (parts, width) => {
				expect(
					segmentsWidth(
						fitSegments(
							parts.map((text) => ({ text })),
							width,
						),
					),
				).toBe(width);
			}),
		);
	});
});
