import { EventStreamCodec, type MessageHeaders } from '@smithy/core/event-streams';
import { NormalizedSchema } from '@smithy/core/schema';
import { fromUtf8, toUtf8 } from '@smithy/core/serde';
import { shapeProblems } from './check-shape.ts';
import { AwsFault } from './handler.ts';
import { writeJson } from './json-protocol.ts';
import type { OperationModel, ServiceModel } from './service-model.ts';

/**
 * An awsJson answer that is an event stream (StartLiveTail), as its binary messages: first the members that
 * are no events, then one message for each event. An `AwsFault` thrown by the events ends the stream as the
 * modeled exception. https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export async function* encodeEvents(
	operation: OperationModel,
	model: ServiceModel,
	answer: object,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array> {
	const codec = new EventStreamCodec(toUtf8, fromUtf8);
	const streamName = operation.output.getEventStreamMember();
	const { [streamName]: events, ...initial } = answer as Readonly<Record<string, unknown>>;
	const union = operation.output.getMemberSchema(streamName);
	yield codec.encode({ headers: headers('event', 'initial-response'), body: writeJson(operation.output, initial) });
	try {
		for await (const event of events as AsyncIterable<Readonly<Record<string, unknown>>>) {
			if (signal?.aborted) return;
			const [name, members] = oneMember(union, event);
			const body = writeJson(union.getMemberSchema(name), members);
			yield codec.encode({ headers: headers('event', name), body });
		}
	} catch (error) {
		if (signal?.aborted) return;
		if (!(error instanceof AwsFault)) throw error;
		const schema = model.errors.get(error.code);
		const members = { ...error.members, message: error.message };
		const body = schema ? writeJson(NormalizedSchema.of(schema), members) : fromUtf8(JSON.stringify(members));
		yield codec.encode({ headers: headers('exception', error.code), body });
	}
}

/** @throws {Error} naming what the model does not know in the event. */
function oneMember(union: NormalizedSchema, event: Readonly<Record<string, unknown>>): readonly [string, unknown] {
	const problems = shapeProblems(union, event);
	const [member, ...rest] = Object.entries(event);
	if (problems.length > 0) throw new Error(`event: ${problems.join(', ')}`);
	if (member === undefined || rest.length > 0) throw new Error('event: exactly one member is needed');
	return member;
}

function headers(messageType: 'event' | 'exception', name: string): MessageHeaders {
	return {
		[`:${messageType}-type`]: { type: 'string', value: name },
		':message-type': { type: 'string', value: messageType },
		':content-type': { type: 'string', value: 'application/json' },
	};
}
