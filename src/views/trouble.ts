import { age } from '../model/age.ts';
import { callName, failedCall } from '../model/failure-words.ts';
import type { Resource } from '../model/resource.ts';

/**
 * What the border says about old data, `stale 40s: ecs:DescribeServices ThrottlingException, retry in 8s`; and about
 * data that never came, `ecs:DescribeServices failed: AccessDeniedException`. Undefined while all is well.
 */
export function troubleOf(resource: Resource<unknown> | undefined, now: number): string | undefined {
	const failure = resource?.failure;
	if (!failure) return undefined;
	const retryIn = failure.retryAt === undefined ? undefined : Math.max(0, Math.ceil((failure.retryAt - now) / 1000));
	const state =
		resource.value === undefined
			? failedCall(failure)
			: `stale ${age(resource.readAt, now)}: ${callName(failure)} ${failure.code}`;
	return `${state}${retryIn === undefined ? '' : `, retry in ${retryIn}s`}`;
}

/** Of the several readings a pane is made of, the trouble to tell first: what was never read, then the oldest. */
export function firstTrouble(resources: readonly (Resource<unknown> | undefined)[], now: number): string | undefined {
	const failed = resources.flatMap((resource) => (resource?.failure ? [resource] : []));
	const [worst] = failed.toSorted((a, b) => (a.readAt ?? 0) - (b.readAt ?? 0));
	return troubleOf(worst, now);
}
