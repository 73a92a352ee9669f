import { QueryShapeSerializer } from '@aws-sdk/core/protocols';
import { NormalizedSchema } from '@smithy/core/schema';
import type { StaticListSchema, StaticMapSchema, StaticStructureSchema } from '@smithy/types';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseForm, readForm } from '../../../src/drydock/wire/query-form.ts';

const inner: StaticStructureSchema = [3, 'ns', 'Inner', 0, ['Name', 'On'], [0, 2]];
const innerList: StaticListSchema = [1, 'ns', 'Inners', 0, () => inner];
const named: StaticListSchema = [1, 'ns', 'Named', 0, [0, { xmlName: 'item' }]];
const map: StaticMapSchema = [2, 'ns', 'Map', 0, 0, 1];
const schema: StaticStructureSchema = [
	3,
	'ns',
	'Input',
	0,
	['Texts', 'Flat', 'Named', 'Inners', 'Map', 'Count', 'At', 'Renamed'],
	[64 | 0, [64 | 0, { xmlFlattened: 1 }], () => named, () => innerList, () => map, 1, 4, [0, { xmlName: 'other' }]],
];

const text = fc.string({ unit: 'grapheme' });
const texts = fc.array(text, { minLength: 1, maxLength: 12 });
const input = fc.record(
	{
		Texts: fc.array(text, { maxLength: 12 }),
		Flat: texts,
		Named: texts,
		Inners: fc.array(fc.record({ Name: text, On: fc.boolean() }), { minLength: 1 }),
		Map: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), fc.integer(), { minKeys: 1, noNullPrototype: true }),
		Count: fc.integer(),
		At: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
		Renamed: text,
	},
	{ requiredKeys: [] },
);

test('a form is read back as the SDK wrote it', () => {
	fc.assert(
		fc.property(input, (value) => {
			const serializer = new QueryShapeSerializer({
				timestampFormat: { useTrait: true, default: 5 },
				serializeEmptyLists: true,
			});
			serializer.write(schema, value);
			const form = parseForm(`Action=A&Version=1${String(serializer.flush())}`);
			expect(readForm(NormalizedSchema.of(schema), form)).toEqual(value);
		}),
	);
});
