import { AwsFault } from '../../wire/handler.ts';
import type { LoadBalancerState, TargetGroupState } from '../../world/load-balancing.ts';
import type { World } from '../../world/world.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';

/** What a caller of Elastic Load Balancing looks at. */
export type Look = { readonly world: World; readonly region: string };

/** Elastic Load Balancing API reference, PageSize. */
const MAX_PAGE = 400;

export function loadBalancersIn({ world, region }: Look): readonly LoadBalancerState[] {
	return [...world.loadBalancers.values()].filter((loadBalancer) => loadBalancer.region === region);
}

export function targetGroupsIn({ world, region }: Look): readonly TargetGroupState[] {
	return [...world.targetGroups.values()].filter((group) => group.region === region);
}

/** @throws {AwsFault} TargetGroupNotFound, ValidationError */
export function targetGroup({ world }: Look, arn: string | undefined): TargetGroupState {
	checkArn('target group', ':targetgroup/', arn);
	const group = world.targetGroups.get(arn ?? '');
	if (group === undefined) throw targetGroupNotFound();
	return group;
}

/** @throws {AwsFault} LoadBalancerNotFound, ValidationError */
export function loadBalancer({ world }: Look, arn: string | undefined): LoadBalancerState {
	checkArn('load balancer', ':loadbalancer/', arn);
	const found = world.loadBalancers.get(arn ?? '');
	if (found === undefined) throw loadBalancerNotFound();
	return found;
}

/**
 * The items asked for by one of several keys, in the order asked; all of them when none is asked for.
 * @throws what `refusal` makes, for one that is not there.
 */
export function asked<Item>(
	items: readonly Item[],
	keys: readonly string[] | undefined,
	keyOf: (item: Item) => string,
	refusal: () => AwsFault,
): readonly Item[] {
	if (keys === undefined || keys.length === 0) return items;
	return keys.map((key) => {
		const item = items.find((candidate) => keyOf(candidate) === key);
		if (item === undefined) throw refusal();
		return item;
	});
}

/** One page by Marker and PageSize. @throws {AwsFault} ValidationError */
export function marked<Item>(
	items: readonly Item[],
	{ Marker, PageSize = MAX_PAGE }: { readonly Marker?: string | undefined; readonly PageSize?: number | undefined },
): { readonly items: Item[]; readonly NextMarker: string | undefined } {
	checkBounds('ValidationError', 'pageSize', PageSize, { min: 1, max: MAX_PAGE });
	const page = pageOf(items, PageSize, Marker, () => new AwsFault('ValidationError', 'Invalid marker'));
	return { items: [...page.items], NextMarker: page.nextToken };
}

/** @throws {AwsFault} ValidationError */
export function checkArn(kind: string, part: string, arn: string | undefined): void {
	if (arn === undefined || (arn.startsWith('arn:') && arn.includes(part))) return;
	throw new AwsFault('ValidationError', `'${arn}' is not a valid ${kind} ARN`);
}

export function targetGroupNotFound(): AwsFault {
	return new AwsFault('TargetGroupNotFoundException', 'One or more target groups not found');
}

export function loadBalancerNotFound(): AwsFault {
	return new AwsFault('LoadBalancerNotFoundException', 'One or more load balancers not found');
}
