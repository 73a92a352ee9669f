import { age } from '../model/age.ts';
import { isAccountWide, shortCause } from '../model/failure-words.ts';
import type { Resource, ResourceFailure } from '../model/resource.ts';
import type { Picture } from '../store/picture.ts';

/**
 * What the border says about old data, `stale 40s: throttled, retry in 8s`; and about data that never came, `not read:
 * no permission ecs:DescribeServices`. The reason comes first, for the end is cut. Undefined while all is well.
 */
export function troubleOf(resource: Resource<unknown> | undefined, now: number): string | undefined {
	const failure = resource?.failure;
	if (!failure) return undefined;
	const state = resource.value === undefined ? 'not read' : `stale ${age(resource.readAt, now)}`;
	if (isAccountWide(failure)) return state;
	const retryIn = failure.retryAt === undefined ? undefined : Math.max(0, Math.ceil((failure.retryAt - now) / 1000));
	return `${state}: ${shortCause(failure)}${retryIn === undefined ? '' : `, retry in ${retryIn}s`}`;
}

/** Of the several readings a pane is made of, the trouble to tell first: what was never read, then the oldest. */
export function firstTrouble(resources: readonly (Resource<unknown> | undefined)[], now: number): string | undefined {
	const failed = resources.flatMap((resource) => (resource?.failure ? [resource] : []));
	const [worst] = failed.toSorted((a, b) => (a.readAt ?? 0) - (b.readAt ?? 0));
	return troubleOf(worst, now);
}

/** What keeps the whole account from being read, as it was first met. */
export function accountTrouble({ identity, clusters, services, tasks }: Picture): ResourceFailure | undefined {
	return [identity, clusters, services, tasks]
		.flatMap((table): readonly Resource<unknown>[] => Object.values(table))
		.flatMap(({ failure }) => (failure && isAccountWide(failure) ? [failure] : []))
		.toSorted((a, b) => a.since - b.since)[0];
}
