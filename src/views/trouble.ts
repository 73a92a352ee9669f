import { age } from '../model/age.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { Resource } from '../model/resource.ts';

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
	const place = manyRegions && failure.region !== undefined ? ` in ${failure.region}` : '';
	const call = `${failure.service}:${failure.operation}${place}`;
	const retryIn = failure.retryAt === undefined ? undefined : Math.max(0, Math.ceil((failure.retryAt - now) / 1000));
	const state =
		resource.value === undefined
			? `${call} failed: ${failure.code}`
			: `stale ${age(resource.readAt, now)}: ${call} ${failure.code}`;
	return `${state}${retryIn === undefined ? '' : `, retry in ${retryIn}s`}`;
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

/** A failure where there is room for all of it: `elb:Describe failed: AccessDenied. Ask for … (request id 1-2)`. */
export function failureSentence({ service, operation, code, next, requestId }: AwsFailure): string {
	return `${service}:${operation} failed: ${code}. ${next}${requestId === undefined ? '' : ` (request id ${requestId})`}`;
}
