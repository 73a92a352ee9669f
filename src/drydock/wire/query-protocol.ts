import type { $SchemaRef } from '@smithy/types';
import { modeledError } from './modeled-error.ts';
import type { Protocol } from './protocol.ts';
import { parseForm, readForm } from './query-form.ts';
import { structure, text, xml } from './xml.ts';

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
