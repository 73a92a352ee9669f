import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import type { $SchemaRef, StaticStructureSchema } from '@smithy/types';
import type { AwsService } from './aws-services.ts';
import type { Encoded } from './protocol.ts';

/** Smithy's sentinel for a string. */
export const text = 0;

/** A structure of these members, of any schema. */
export function structure(name: string, members: Readonly<Record<string, $SchemaRef>>): StaticStructureSchema {
	return [3, 'drydock', name, 0, Object.keys(members), Object.values(members)];
}

/** An answer: the value in the envelope of this name and shape. */
export function xml(
	status: number,
	service: AwsService | undefined,
	envelope: StaticStructureSchema,
	value: object,
): Encoded {
	// 5: timestamps without a trait are ISO 8601.
	const serializer = new XmlShapeSerializer({
		xmlNamespace: service?.xmlNamespace ?? '',
		serviceNamespace: 'drydock',
		timestampFormat: { useTrait: true, default: 5 },
		httpBindings: false,
	});
	serializer.write(envelope, value);
	return {
		status,
		headers: { 'content-type': 'text/xml' },
		body: new TextEncoder().encode(String(serializer.flush())),
	};
}
