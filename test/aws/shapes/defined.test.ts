import { expect, test } from 'vitest';
import { defined } from '../../../src/aws/shapes/defined.ts';

test('members without a value are absent; false, 0, empty and null are values', () => {
	const members = defined({ a: undefined, b: false, c: 0, d: '', e: null });
	expect(Object.keys(members)).toEqual(['b', 'c', 'd', 'e']);
});
