import { NormalizedSchema } from '@smithy/core/schema';
import type { $SchemaRef, StaticErrorSchema, StaticOperationSchema } from '@smithy/types';

/** One operation of AWS's model. `output` is also kept as the SDK writes it, to be put into an XML envelope. */
export type OperationModel = {
	readonly name: string;
	readonly namespace: string;
	readonly input: NormalizedSchema;
	readonly output: NormalizedSchema;
	readonly outputRef: $SchemaRef;
};

/** The operations and errors of one AWS service, by name. */
export type ServiceModel = {
	readonly operations: ReadonlyMap<string, OperationModel>;
	readonly errors: ReadonlyMap<string, StaticErrorSchema>;
};

/**
 * Reads the Smithy schemas which every SDK client package exports (`DescribeServices$`,
 * `ClusterNotFoundException$` …) from the module.
 */
export function readServiceModel(clientModule: Readonly<Record<string, unknown>>): ServiceModel {
	const operations = new Map<string, OperationModel>();
	const errors = new Map<string, StaticErrorSchema>();
	for (const exported of Object.values(clientModule)) {
		if (isOperation(exported)) {
			const [, namespace, name, , input, output] = exported;
			operations.set(name, {
				name,
				namespace,
				input: NormalizedSchema.of(input),
				output: NormalizedSchema.of(output),
				outputRef: output,
			});
		} else if (isError(exported)) {
			errors.set(exported[2], exported);
		}
	}
	return { operations, errors };
}

/** The names of a structure's required members. The SDK lists these first and counts them in the seventh place. */
export function requiredMembers(structure: NormalizedSchema): readonly string[] {
	const schema: unknown = structure.getSchema();
	if (!Array.isArray(schema)) return [];
	const [, , , , names, , required] = schema as readonly unknown[];
	return Array.isArray(names) && typeof required === 'number' ? names.slice(0, required).map(String) : [];
}

// Static schemas are tuples that begin with the kind of shape: 9 is an operation, -3 an error
// (@smithy/types, schema/static-schemas).
function isOperation(value: unknown): value is StaticOperationSchema {
	return Array.isArray(value) && value[0] === 9;
}

function isError(value: unknown): value is StaticErrorSchema {
	return Array.isArray(value) && value[0] === -3;
}
