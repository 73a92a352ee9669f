import { expect, test } from 'vitest';
import { between, digits, hex, next, seeded, uuid } from '../../../src/drydock/world/random.ts';

test('one seed gives one sequence, another seed another', () => {
	const draw = (seed: number) => {
		const random = seeded(seed);
		return Array.from({ length: 5 }, () => next(random));
	};
	expect(draw(7)).toEqual(draw(7));
	expect(draw(7)).not.toEqual(draw(8));
});

test('numbers spread evenly over the range asked for', () => {
	const random = seeded(3);
	const drawn = Array.from({ length: 4_000 }, () => between(random, 10, 20));
	expect(Math.min(...drawn)).toBeGreaterThanOrEqual(10);
	expect(Math.max(...drawn)).toBeLessThan(20);
	const mean = drawn.reduce((sum, each) => sum + each, 0) / drawn.length;
	expect(mean).toBeCloseTo(15, 0);
});

test('ids have the lengths and alphabets of AWS', () => {
	const random = seeded(5);
	expect(hex(random, 32)).toMatch(/^[0-9a-f]{32}$/);
	expect(digits(random, 19)).toMatch(/^[1-9][0-9]{18}$/);
	expect(uuid(random)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
