import { age } from '../model/age.ts';
import { isAccountWide, shortCause } from '../model/failure-words.ts';
import type { Resource, ResourceFailure } from '../model/resource.ts';
import type { Picture } from '../store/picture.ts';

/**
 * What the border says about old data, `stale 40s: throttled, retry in 8s`; and about data that never came, `not read:
 * no permission ecs:DescribeServices`. The reason comes first, for the end is cut. Undefined while all is well.
 * @param manyRegions then it says which
 */
export function troubleOf(
	resource: Resource<unknown> | undefined,
	now: number,
	manyRegions = false,
): string | undefined {
	const failure = resource?.failure;
	if (!failure) return undefined;
	const state = resource.value === undefined ? 'not read' : `stale ${age(resource.readAt, now)}`;
	if (isAccountWide(failure)) return state;
	const place = manyRegions && failure.region !== undefined ? ` in ${failure.region}` : '';
	const next = nextTry(failure, now);
	return `${state}: ${shortCause(failure)}${place}${next === undefined ? '' : `, ${next}`}`;
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

/** What keeps the whole account from being read, as it was first met. */
export function accountTrouble({ identity, clusters, services, tasks }: Picture): ResourceFailure | undefined {
	return [identity, clusters, services, tasks]
		.flatMap((table): readonly Resource<unknown>[] => Object.values(table))
		.flatMap(({ failure }) => (failure && isAccountWide(failure) ? [failure] : []))
		.toSorted((a, b) => a.since - b.since)[0];
}
