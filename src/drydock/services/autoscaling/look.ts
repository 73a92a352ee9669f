import { AwsFault } from '../../wire/handler.ts';
import { type AutoScalingGroupState, capacityKey } from '../../world/auto-scaling-group.ts';
import type { World } from '../../world/world.ts';
import { checkBounds } from '../constraint.ts';
import { type Page, pageOf } from '../page.ts';

/** What a caller of Auto Scaling looks at. */
export type Look = { readonly world: World; readonly region: string };

export function groupsIn({ world, region }: Look): readonly AutoScalingGroupState[] {
	return [...world.autoScalingGroups.values()].filter((group) => group.region === region);
}

/** @throws {AwsFault} ValidationError */
export function groupNamed({ world, region }: Look, name = ''): AutoScalingGroupState {
	const group = world.autoScalingGroups.get(capacityKey(region, name));
	if (!group) throw invalid(`AutoScalingGroup name not found - AutoScalingGroup ${name} not found`);
	return group;
}

/** One page by NextToken and MaxRecords, of which 100 are the most. @throws {AwsFault} ValidationError, InvalidNextToken */
export function page<Item>(
	items: readonly Item[],
	input: { readonly MaxRecords?: number | undefined; readonly NextToken?: string | undefined },
	usual: number,
): Page<Item> {
	const { MaxRecords = usual, NextToken } = input;
	checkBounds('ValidationError', 'maxRecords', MaxRecords, { min: 1, max: 100 });
	return pageOf(items, MaxRecords, NextToken, () => new AwsFault('InvalidNextToken', 'The token is not valid.'));
}

export function invalid(message: string): AwsFault {
	return new AwsFault('ValidationError', message);
}
