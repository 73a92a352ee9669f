import type { NormalizedSchema } from '@smithy/core/schema';

/**
 * Where a value departs from AWS's model: members that the model does not have and values of another type.
 * Missing members are not looked at. Returns sentences such as `$.services[0].taskCount is unknown`.
 */
export function shapeProblems(schema: NormalizedSchema, value: unknown, path = '$'): readonly string[] {
	if (value === undefined || value === null || schema.isDocumentSchema()) return [];
	if (schema.isUnitSchema())
		return isRecord(value) && Object.keys(value).length === 0 ? [] : [`${path} has no members`];
	if (schema.isStructSchema()) return structProblems(schema, value, path);
	if (schema.isListSchema()) {
		if (!Array.isArray(value)) return [`${path} is not a list`];
		const member = schema.getValueSchema();
		return value.flatMap((item, index) => shapeProblems(member, item, `${path}[${index}]`));
	}
	if (schema.isMapSchema()) {
		if (!isRecord(value)) return [`${path} is not a map`];
		const member = schema.getValueSchema();
		return Object.entries(value).flatMap(([key, item]) => shapeProblems(member, item, `${path}.${key}`));
	}
	const expected = scalarTypes.find(([is]) => is(schema));
	return expected === undefined || expected[1](value) ? [] : [`${path} is not ${expected[2]}`];
}

function structProblems(schema: NormalizedSchema, value: unknown, path: string): readonly string[] {
	if (!isRecord(value)) return [`${path} is not a structure`];
	const problems: string[] = [];
	let known = 0;
	for (const [name, member] of schema.structIterator()) {
		if (!Object.hasOwn(value, name)) continue;
		known++;
		// Events are checked one by one as they come.
		if (!member.isStreaming()) problems.push(...shapeProblems(member, value[name], `${path}.${name}`));
	}
	const names = Object.keys(value);
	if (names.length === known) return problems;
	const members = new Set(Array.from(schema.structIterator(), ([name]) => name));
	return [...names.filter((name) => !members.has(name)).map((name) => `${path}.${name} is unknown`), ...problems];
}

type ScalarType = readonly [is: (schema: NormalizedSchema) => boolean, fits: (value: unknown) => boolean, name: string];

const scalarTypes: readonly ScalarType[] = [
	[(schema) => schema.isStringSchema(), (value) => typeof value === 'string', 'a string'],
	[(schema) => schema.isBooleanSchema(), (value) => typeof value === 'boolean', 'a boolean'],
	[(schema) => schema.isNumericSchema(), (value) => typeof value === 'number' && !Number.isNaN(value), 'a number'],
	[(schema) => schema.isTimestampSchema(), isDate, 'a Date'],
	[(schema) => schema.isBlobSchema(), (value) => value instanceof Uint8Array, 'a Uint8Array'],
];

function isDate(value: unknown): boolean {
	return value instanceof Date && !Number.isNaN(value.getTime());
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
