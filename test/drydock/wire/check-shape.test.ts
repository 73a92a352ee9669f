import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticListSchema, StaticStructureSchema } from '@smithy/types';
import { expect, test } from 'vitest';
import { shapeProblems } from '../../../src/drydock/wire/check-shape.ts';

const item: StaticStructureSchema = [3, 'ns', 'Item', 0, ['name', 'at', 'count', 'on'], [0, 4, 1, 2]];
const list: StaticListSchema = [1, 'ns', 'Items', 0, () => item];
const answer = NormalizedSchema.of([3, 'ns', 'Answer', 0, ['items', 'tags'], [() => list, 128 | 0]]);

test('an answer that fits has no problems, also where members are left out', () => {
	const whole = { name: 'checkout', at: new Date(0), count: 1, on: false };
	expect(shapeProblems(answer, { items: [whole, { name: undefined }, {}], tags: { team: 'shop' } })).toEqual([]);
});

test('unknown members and wrong types are named with their paths', () => {
	const items = [{ nmae: 'x' }, { at: 0, count: '1', on: 'yes', name: 5 }];
	expect(shapeProblems(answer, { items, tags: { team: 1 } })).toEqual([
		'$.items[0].nmae is unknown',
		'$.items[1].name is not a string',
		'$.items[1].at is not a Date',
		'$.items[1].count is not a number',
		'$.items[1].on is not a boolean',
		'$.tags.team is not a string',
	]);
	expect(shapeProblems(answer, { items: {}, tags: [] })).toEqual(['$.items is not a list', '$.tags is not a map']);
});

test('dates and numbers that are none do not pass', () => {
	expect(shapeProblems(answer, { items: [{ at: new Date('never'), count: Number.NaN }] })).toHaveLength(2);
});
