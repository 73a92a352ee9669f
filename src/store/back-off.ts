import type { AwsFailureKind } from '../model/aws-failure.ts';

/** These do not mend in seconds: somebody has to change a policy, a name or a region first. */
const SLOW: ReadonlySet<AwsFailureKind> = new Set(['denied', 'not-found', 'invalid', 'not-supported', 'read-only']);
/** Mended by a person signing in, who then wants to see it work: kept short. */
const SIGN_IN: ReadonlySet<AwsFailureKind> = new Set(['no-credentials', 'expired-credentials']);

const LONGEST = 60_000;

/**
 * Ms to wait after the n-th failure in a row (n from 1): doubling from one second to a minute, with up to a fifth
 * of jitter so consoles that failed together do not return together. `random` is in [0, 1).
 */
export function backOff(kind: AwsFailureKind, failures: number, random: number): number {
	const wait = SLOW.has(kind) ? LONGEST : Math.min(SIGN_IN.has(kind) ? 10_000 : LONGEST, 1000 * 2 ** (failures - 1));
	return Math.round(wait * (1 - random / 5));
}
