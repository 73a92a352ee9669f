import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef } from '@smithy/types';
import fc, { type Arbitrary } from 'fast-check';

/**
 * Any value that an AWS model allows: every member may be missing, enumerations may have values of next year, and
 * texts may be hostile.
 */
export function awsShape(schema: $SchemaRef): Arbitrary<unknown> {
	const shape = NormalizedSchema.of(schema);
	if (shape.isStructSchema()) {
		const members = [...shape.structIterator()].map(([name, member]) => [name, awsShape(member)] as const);
		return fc.record(Object.fromEntries(members), { requiredKeys: [] });
	}
	if (shape.isListSchema()) return fc.array(awsShape(shape.getValueSchema()), { maxLength: 2 });
	if (shape.isMapSchema()) {
		return fc.dictionary(fc.string(), awsShape(shape.getValueSchema()), { maxKeys: 2, noNullPrototype: true });
	}
	if (shape.isTimestampSchema()) return fc.date();
	if (shape.isBooleanSchema()) return fc.boolean();
	if (shape.isNumericSchema()) return fc.oneof(fc.nat(), fc.double({ noNaN: true }));
	return fc.oneof(fc.string(), fc.constantFrom('\u001B[2Jgone', 'two\nlines', '\u202Eevil', 'NEXT_YEARS_VALUE'));
}
