import { XmlShapeSerializer } from '@aws-sdk/core/protocols';
import type { $SchemaRef, StaticStructureSchema } from '@smithy/types';
import type { AwsService } from './aws-services.ts';
import { modeledError } from './modeled-error.ts';
import type { Protocol } from './protocol.ts';
import { parseForm, readForm } from './query-form.ts';

/** awsQuery: forms in, XML out. https://smithy.io/2.0/aws/protocols/aws-query-protocol.html */
export const queryProtocol: Protocol = {
	kind: 'query',
	decode: (operation, body) =>
		Promise.resolve(readForm(operation.input, parseForm(new TextDecoder('utf-8', { fatal: true }).decode(body)))),
	encode(operation, answer, { service, requestId }) {
		const metadata = structure('ResponseMetadata', { RequestId: text });
		const members: Record<string, $SchemaRef> = { ResponseMetadata: () => metadata };
		const result = `${operation.name}Result`;
		const envelope = structure(
			`${operation.name}Response`,
			operation.output.isUnitSchema() ? members : { [result]: operation.outputRef, ...members },
		);
		return xml(200, service, envelope, { [result]: answer, ResponseMetadata: { RequestId: requestId } });
	},
	encodeFault(fault, { service, model, requestId }) {
		const error = modeledError(fault, model);
		const members: Record<string, $SchemaRef> = { Type: text, Code: text, Message: text };
		for (const [name, member] of error.schema?.structIterator() ?? []) {
			if (name.toLowerCase() !== 'message') members[name] = member.getSchema();
		}
		const schema = structure('Error', members);
		const envelope = structure('ErrorResponse', { Error: () => schema, RequestId: text });
		return xml(error.status, service, envelope, {
			Error: { ...fault.members, Type: error.sender, Code: error.queryCode, Message: fault.message },
			RequestId: requestId,
		});
	},
};

/** Smithy's sentinel for a string. */
const text = 0;

function structure(name: string, members: Readonly<Record<string, $SchemaRef>>): StaticStructureSchema {
	return [3, 'drydock', name, 0, Object.keys(members), Object.values(members)];
}

function xml(status: number, service: AwsService | undefined, envelope: StaticStructureSchema, value: object) {
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
