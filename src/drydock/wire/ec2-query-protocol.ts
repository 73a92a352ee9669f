import type { StaticStructureSchema } from '@smithy/types';
import { modeledError } from './modeled-error.ts';
import type { Protocol } from './protocol.ts';
import { EC2_NAMES, parseForm, readForm } from './query-form.ts';
import { structure, text, xml } from './xml.ts';

/** EC2's dialect of awsQuery: https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html */
export const ec2QueryProtocol: Protocol = {
	kind: 'ec2',
	decode: (operation, body) =>
		Promise.resolve(
			readForm(operation.input, parseForm(new TextDecoder('utf-8', { fatal: true }).decode(body)), EC2_NAMES),
		),
	encode({ name, output }, answer, { service, requestId }) {
		// Unlike awsQuery's, the members stand in the envelope itself.
		const [, , , , names, members] = output.getSchema() as StaticStructureSchema;
		const own = Object.fromEntries(names.map((member, index) => [member, members[index] ?? text]));
		const envelope = structure(`${name}Response`, { requestId: text, ...own });
		return xml(200, service, envelope, { ...answer, requestId });
	},
	encodeFault(fault, { service, model, requestId }) {
		const { status, queryCode } = modeledError(fault, model);
		const error = structure('Error', { Code: text, Message: text });
		const errors = structure('Errors', { Error: () => error });
		const envelope = structure('Response', { Errors: () => errors, RequestID: text });
		return xml(status, service, envelope, {
			Errors: { Error: { Code: queryCode, Message: fault.message } },
			RequestID: requestId,
		});
	},
};
