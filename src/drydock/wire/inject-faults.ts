import type { CommonFaults } from './common-faults.ts';
import { faultsFor, type FaultRule } from './fault-rule.ts';
import type { Call } from './handler.ts';
import type { ServiceName } from './service-name.ts';
import { sleep } from './sleep.ts';
import type { TokenBuckets } from './token-buckets.ts';
import { ConnectionReset, type WireResponse } from './wire-message.ts';

type Passing = {
	readonly call: Call & { readonly service: ServiceName };
	readonly principalArn: string;
	readonly common: CommonFaults;
	readonly buckets: TokenBuckets;
	readonly now: number;
	readonly random: () => number;
};

/** What becomes of the answer to a call that passes. */
export type AnswerFate = 'whole' | 'truncated' | 'lost';

/**
 * Lets a call pass the faults in force and AWS's request buckets.
 * @throws {AwsFault} when it is refused.
 * @throws {ConnectionReset} when it gets no answer.
 */
export async function passFaults(rules: readonly FaultRule[], passing: Passing): Promise<AnswerFate> {
	const { call, principalArn, common, buckets, now, random } = passing;
	const { service, operation, region, signal } = call;
	const rule = faultsFor(rules, service, operation);
	const hits = (share: number | undefined): boolean => share !== undefined && random() < share;

	const latency = (rule.latencyMs ?? 0) + (rule.jitterMs ? rule.jitterMs * random() : 0);
	if (latency > 0) await sleep(latency, signal);
	if (hits(rule.reset)) throw new ConnectionReset();
	if (rule.expiredToken) throw common.expiredToken();
	if (rule.accessDenied) throw common.accessDenied(service, operation, principalArn);
	const draw = { service, operation, region, now, otherCallers: rule.otherCallers ?? 0 };
	if (hits(rule.throttled) || !buckets.take(draw)) throw common.throttled();
	if (hits(rule.serverError)) throw common.unavailable(service);
	if (hits(rule.lost)) return 'lost';
	return hits(rule.truncated) ? 'truncated' : 'whole';
}

/** The same answer, its body breaking off half-way. An event stream breaks off after its first message. */
export function truncated(response: WireResponse): WireResponse {
	const { body } = response;
	if (!(body instanceof Uint8Array)) return { ...response, body: firstChunk(body) };
	const half = body.subarray(0, body.length >> 1);
	return {
		...response,
		headers: { ...response.headers, 'content-length': String(body.length) },
		body: firstChunk([half]),
	};
}

async function* firstChunk(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
	for await (const chunk of chunks) {
		yield chunk;
		break;
	}
	throw new ConnectionReset();
}
