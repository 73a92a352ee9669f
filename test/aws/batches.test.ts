import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batches } from '../../src/aws/batches.ts';

test('batches are full but for the last', () => {
	expect(batches([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});

test('nothing gives no batch', () => {
	expect(batches([], 10)).toEqual([]);
});

test('every item is in exactly one batch, in order', () => {
	fc.assert(
		fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 100 }), (items, size) => {
			const cut = batches(items, size);
			expect(cut.flat()).toEqual(items);
			expect(cut.every((batch) => batch.length > 0 && batch.length <= size)).toBe(true);
		}),
	);
});
