import { shapeProblems } from './check-shape.ts';
import type { CommonFaults } from './common-faults.ts';
import type { AwsService } from './aws-services.ts';
import { encodeEvents } from './event-stream.ts';
import { AwsFault, type Call, type Handler } from './handler.ts';
import { missingMembers } from './missing-members.ts';
import type { Protocol } from './protocol.ts';
import type { OperationModel, ServiceModel } from './service-model.ts';
import type { ServiceName } from './service-name.ts';
import type { WireResponse } from './wire-message.ts';

/** What is known about a call once it is routed. */
export type Answering = {
	readonly protocol: Protocol;
	readonly service: AwsService;
	readonly model: ServiceModel;
	readonly operation: OperationModel;
	readonly common: CommonFaults;
	readonly report: (defect: string) => void;
};

/**
 * Decodes the request, lets the handler answer it, and encodes the answer.
 * @throws {AwsFault} the handler's own; or what AWS answers to a request that does not fit the model.
 *   `InternalFailure` when the handler is wrong: it crashed, or answered what the model does not have.
 */
export async function answer(
	handler: Handler | undefined,
	body: Uint8Array,
	call: Call & { readonly service: ServiceName },
	answering: Answering,
): Promise<WireResponse> {
	const { protocol, service, model, operation, common } = answering;
	const input = await decoded(body, answering);
	const missing = missingMembers(service.name, operation.input, input);
	if (missing) throw missing;
	if (handler === undefined) throw common.notImplemented(service.name, operation.name);

	// A handler's own type says which operation's input it takes; the model has just checked that it is one.
	const output = ((await ours(() => handler(input as never, call), call, answering)) ?? {}) as object;
	const problems = shapeProblems(operation.output, output);
	if (problems.length > 0) throw defect(`answer does not fit the AWS model: ${problems.join(', ')}`, answering);

	const requestId = { 'x-amzn-requestid': call.requestId };
	if (operation.output.getEventStreamMember() !== '') {
		return {
			status: 200,
			headers: { 'content-type': 'application/vnd.amazon.eventstream', ...requestId },
			body: reporting(encodeEvents(operation, model, output, call.signal), answering),
		};
	}
	const context = { service, model, requestId: call.requestId };
	const encoded = await ours(() => protocol.encode(operation, output, context), call, answering);
	return { ...encoded, headers: { ...encoded.headers, ...requestId } };
}

async function decoded(body: Uint8Array, { protocol, operation, common }: Answering) {
	let input: unknown;
	try {
		input = await protocol.decode(operation, body);
	} catch (error) {
		throw common.malformed(String(error));
	}
	const problems = shapeProblems(operation.input, input);
	if (problems.length > 0) throw common.malformed(problems.join(', '));
	return (input ?? {}) as Readonly<Record<string, unknown>>;
}

/** Does a part of drydock's own work; what fails there and is no AWS error is a defect. */
async function ours<T>(work: () => T | Promise<T>, call: Call, answering: Answering): Promise<T> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof AwsFault || call.signal?.aborted) throw error;
		throw defect(error, answering);
	}
}

/** A stream whose own mistakes are told before they break the connection. */
async function* reporting(chunks: AsyncIterable<Uint8Array>, answering: Answering): AsyncGenerator<Uint8Array> {
	try {
		yield* chunks;
	} catch (error) {
		throw defect(error, answering);
	}
}

/** Reports what is wrong in drydock, with its stack, and makes the error that the caller gets, without. */
function defect(what: unknown, { service, operation, common, report }: Answering): AwsFault {
	const name = `${service.name}:${operation.name}`;
	report(`${name}: ${what instanceof Error ? what.stack : String(what)}`);
	return common.internalFailure(`${name}: ${String(what)}`);
}
