import { apiBuckets, type ApiBucket } from './api-buckets.ts';
import type { ServiceName } from './service-name.ts';

/** One call that wants a token. */
export type Draw = {
	readonly service: ServiceName;
	readonly operation: string;
	readonly region: string;
	/** Epoch ms; never smaller than at the last draw. */
	readonly now: number;
	/** Calls per second that others send into the same bucket. */
	readonly otherCallers: number;
};

/** AWS's request buckets of one account. */
export type TokenBuckets = {
	/** Takes a token; false when the call is to be throttled. */
	take(draw: Draw): boolean;
};

type Level = { tokens: number; at: number };

/**
 * Buckets that all start full. Where others use a bucket up, it runs empty and each call then gets a token
 * with the chance that any caller has, `refill / (calls of the others)`; `random` (0 to 1) decides.
 */
export function createTokenBuckets(random: () => number): TokenBuckets {
	const levels = new Map<string, Level>();
	return {
		take({ service, operation, region, now, otherCallers }) {
			const bucket = apiBuckets.find((each) => each.service === service && each.operations.includes(operation));
			if (bucket === undefined) return true;
			const key = `${region} ${apiBuckets.indexOf(bucket)}`;
			const tokens = refilled(bucket, levels.get(key), now, otherCallers);
			if (tokens >= 1) {
				levels.set(key, { tokens: tokens - 1, at: now });
				return true;
			}
			levels.set(key, { tokens, at: now });
			return otherCallers > bucket.refill && random() < bucket.refill / otherCallers;
		},
	};
}

function refilled(bucket: ApiBucket, level: Level | undefined, now: number, otherCallers: number): number {
	if (level === undefined) return otherCallers > bucket.refill ? 0 : bucket.burst;
	const gained = ((bucket.refill - otherCallers) * (now - level.at)) / 1000;
	return Math.min(bucket.burst, Math.max(0, level.tokens + gained));
}
