import { JsonCodec } from '@smithy/core/protocols';
import type { NormalizedSchema } from '@smithy/core/schema';
import { modeledError } from './modeled-error.ts';
import type { Protocol } from './protocol.ts';

/**
 * awsJson 1.0 and 1.1; they differ in the content type only.
 * https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function jsonProtocol(version: '1.0' | '1.1'): Protocol {
	const contentType = `application/x-amz-json-${version}`;
	return {
		kind: 'json',
		async decode(operation, body) {
			const json = new TextDecoder('utf-8', { fatal: true }).decode(body);
			const input: unknown = await codec()
				.createDeserializer()
				.read(operation.input, json === '' ? '{}' : json);
			return input;
		},
		encode: (operation, answer) => ({
			status: 200,
			headers: { 'content-type': contentType },
			body: writeJson(operation.output, answer),
		}),
		encodeFault(fault, { service, model }) {
			const error = modeledError(fault, model);
			const members: unknown = error.schema
				? JSON.parse(decode(writeJson(error.schema, error.members)))
				: error.members;
			const query = service?.queryCompatible && { 'x-amzn-query-error': `${error.queryCode};${error.sender}` };
			return {
				status: error.status,
				headers: { 'content-type': contentType, ...query },
				body: encode(JSON.stringify({ __type: fault.code, ...(members as object) })),
			};
		},
	};
}

/** A value as awsJson: timestamps are epoch seconds with milliseconds. */
export function writeJson(schema: NormalizedSchema, value: unknown): Uint8Array {
	if (schema.isUnitSchema()) return encode('{}');
	const serializer = codec().createSerializer();
	serializer.write(schema, value);
	return encode(String(serializer.flush()));
}

function codec(): JsonCodec {
	// 7: timestamps without a trait are epoch seconds.
	return new JsonCodec({ timestampFormat: { useTrait: true, default: 7 }, jsonName: false });
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
