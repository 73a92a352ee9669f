import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellWidth } from '../../src/components/cell-width.ts';
import { wrapText } from '../../src/views/wrap.ts';

test('breaks between words where it can', () => {
	expect(wrapText('it does not answer in time', 12)).toEqual(['it does not', 'answer in', 'time']);
});

test('cuts a word that is longer than the room, like an ARN', () => {
	expect(wrapText('sha256:9a4d5d2c0b1e4a5f', 16)).toEqual(['sha256:9a4d5d2c0', 'b1e4a5f']);
});

test('cuts an ARN between its parts where the row stays well filled', () => {
	const arn = 'arn:aws:iam::111122223333:role/terraform';
	expect(wrapText(`by ${arn}`, 39)).toEqual(['by', 'arn:aws:iam::111122223333:role/', 'terraform']);
});

test('never makes a line wider than the room, and loses nothing but blanks', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 2, max: 40 }), (text, width) => {
			const lines = wrapText(text, width);
			expect(lines.every((line) => cellWidth(line) <= width || [...line].length === 1)).toBe(true);
			expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
		}),
	);
});
