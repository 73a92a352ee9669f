import { age } from '../model/age.ts';
import { callName, failedCall } from '../model/failure-words.ts';
import type { Resource, ResourceFailure } from '../model/resource.ts';

/**
 * What the border says about old data, `stale 40s: ecs:DescribeServices ThrottlingException, retry in 8s`; and about
 * data that never came, `ecs:DescribeServices failed: AccessDeniedException`. Undefined while all is well.
 * @param manyRegions then it says which
 */
export function troubleOf(
	resource: Resource<unknown> | undefined,
	now: number,
	manyRegions = false,
): string | undefined {
	const failure = resource?.failure;
	if (!failure) return undefined;
	const state =
		resource.value === undefined
			? failedCall(failure, manyRegions)
			: `stale ${age(resource.readAt, now)}: ${callName(failure, manyRegions)} ${failure.code}`;
	const next = nextTry(failure, now);
	return next === undefined ? state : `${state}, ${next}`;
}

/** A try whose time has come is under way, or waits for its turn: so it does after throttling, to throttle less. */
function nextTry({ retryAt, kind }: ResourceFailure, now: number): string | undefined {
	if (retryAt === undefined) return undefined;
	if (retryAt > now) return `retry in ${Math.ceil((retryAt - now) / 1000)}s`;
	return kind === 'throttled' ? 'waiting for room in the call budget' : 'retrying';
}

/** Of the several readings a pane is made of, the trouble to tell first: what was never read, then the oldest. */
export function firstTrouble(
	resources: readonly (Resource<unknown> | undefined)[],
	now: number,
	manyRegions = false,
): string | undefined {
	const failed = resources.flatMap((resource) => (resource?.failure ? [resource] : []));
	const [worst] = failed.toSorted((a, b) => (a.readAt ?? 0) - (b.readAt ?? 0));
	return troubleOf(worst, now, manyRegions);
}
