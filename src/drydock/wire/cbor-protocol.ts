import { CborCodec } from '@smithy/core/cbor';
import type { Schema } from '@smithy/types';
import { modeledError } from './modeled-error.ts';
import type { Protocol } from './protocol.ts';

/** Smithy's sentinel for a document: any value. */
const DOCUMENT = 15;

/** rpcv2Cbor, which newer clients of CloudWatch speak first. https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html */
export const cborProtocol: Protocol = {
	kind: 'json',
	async decode(operation, body) {
		if (body.length === 0) return {};
		const input: unknown = await new CborCodec().createDeserializer().read(operation.input, body);
		return input;
	},
	encode: (operation, answer) => ({
		status: 200,
		headers,
		body: operation.output.isUnitSchema() ? write(DOCUMENT, {}) : write(operation.output, answer),
	}),
	encodeFault(fault, { service, model }) {
		const { status, members, queryCode, sender } = modeledError(fault, model);
		const query = service?.queryCompatible && { 'x-amzn-query-error': `${queryCode};${sender}` };
		return { status, headers: { ...headers, ...query }, body: write(DOCUMENT, { __type: fault.code, ...members }) };
	},
};

const headers = { 'content-type': 'application/cbor', 'smithy-protocol': 'rpc-v2-cbor' };

function write(schema: Schema, value: object): Uint8Array {
	const serializer = new CborCodec().createSerializer();
	serializer.write(schema, value);
	return serializer.flush();
}
