import type { Allowance } from './api-bucket.ts';

/** One bucket at one moment. `pace` is the part of the refill in use: 1, less after throttling. */
export type TokenBucket = {
	readonly allowance: Allowance;
	readonly tokens: number;
	readonly pace: number;
	/** Epoch ms of `tokens`. */
	readonly at: number;
	readonly slowedAt?: number;
};

const SLOWEST = 1 / 16;
/** From the slowest pace back to the full one. */
const RECOVERY_MS = 60_000;
/** Calls that were under way together are throttled together: they count once. */
const SAME_THROTTLING_MS = 1_000;

export function fullBucket(allowance: Allowance, now: number): TokenBucket {
	return { allowance, tokens: allowance.burst, pace: 1, at: now };
}

/** The bucket at `now`: refilled, and a little recovered. A clock that runs backwards changes nothing. */
export function refilled(bucket: TokenBucket, now: number): TokenBucket {
	const elapsed = Math.max(0, now - bucket.at);
	const { burst, perSecond } = bucket.allowance;
	return {
		...bucket,
		tokens: Math.min(burst, bucket.tokens + (elapsed / 1000) * perSecond * bucket.pace),
		pace: Math.min(1, bucket.pace + elapsed / RECOVERY_MS),
		at: now,
	};
}

/** Takes one call out, into debt if need be. */
export function spent(bucket: TokenBucket): TokenBucket {
	return { ...bucket, tokens: bucket.tokens - 1 };
}

/** AWS said it is too much: the bucket is empty, and fills at half the pace. */
export function slowed(bucket: TokenBucket, now: number): TokenBucket {
	if (bucket.slowedAt !== undefined && Math.abs(now - bucket.slowedAt) < SAME_THROTTLING_MS) return bucket;
	return {
		...bucket,
		tokens: Math.min(0, bucket.tokens),
		pace: Math.max(SLOWEST, bucket.pace / 2),
		slowedAt: now,
	};
}

/** Milliseconds until a call may be sent; 0 when one may now. */
export function waitFor(bucket: TokenBucket): number {
	if (bucket.tokens >= 1) return 0;
	return Math.ceil(((1 - bucket.tokens) / (bucket.allowance.perSecond * bucket.pace)) * 1000);
}
