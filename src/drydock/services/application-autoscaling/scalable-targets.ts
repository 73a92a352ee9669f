import type {
	DeregisterScalableTargetRequest,
	DescribeScalableTargetsRequest,
	DescribeScalableTargetsResponse,
	RegisterScalableTargetRequest,
	RegisterScalableTargetResponse,
} from '@aws-sdk/client-application-auto-scaling';
import { createTarget } from '../../scaling/create-target.ts';
import { setCapacity } from '../../scaling/set-capacity.ts';
import { arnOf } from '../../world/arn.ts';
import { seedOf } from '../../world/random.ts';
import type { ScalableTargetState } from '../../world/scaling.ts';
import { checkBounds } from '../constraint.ts';
import { pageOf } from '../page.ts';
import {
	invalid,
	invalidToken,
	keyOf,
	type Look,
	named,
	registeredTarget,
	serviceBehind,
	targetsAsked,
} from './look.ts';

const PAGE = { min: 1, max: 50 };
const CAPACITY = { min: 0, max: Number.POSITIVE_INFINITY };

/** @throws {AwsFault} ValidationException, InvalidNextTokenException */
export function describeScalableTargets(
	look: Look,
	input: DescribeScalableTargetsRequest,
): DescribeScalableTargetsResponse {
	const { ResourceIds = [], MaxResults = PAGE.max } = input;
	checkBounds('ValidationException', 'maxResults', MaxResults, PAGE);
	const targets = targetsAsked(look, { ServiceNamespace: input.ServiceNamespace }).filter(
		({ resourceId }) => ResourceIds.length === 0 || ResourceIds.includes(resourceId),
	);
	const { items, nextToken } = pageOf(targets, MaxResults, input.NextToken, invalidToken);
	return {
		ScalableTargets: items.map((target) => ({
			...named(target),
			MinCapacity: target.minCapacity,
			MaxCapacity: target.maxCapacity,
			RoleARN: target.roleArn,
			CreationTime: new Date(target.createdAt),
			SuspendedState: {
				DynamicScalingInSuspended: target.suspended.dynamicScalingIn,
				DynamicScalingOutSuspended: target.suspended.dynamicScalingOut,
				ScheduledScalingSuspended: target.suspended.scheduledScaling,
			},
			ScalableTargetARN: arnOfTarget(look, target),
		})),
		NextToken: nextToken,
	};
}

/**
 * Makes or changes a target; the desired count is brought within its bounds at once.
 * @throws {AwsFault} ValidationException
 */
export function registerScalableTarget(
	look: Look,
	input: RegisterScalableTargetRequest,
): RegisterScalableTargetResponse {
	const { world } = look;
	const service = serviceBehind(look, input);
	const known = world.scalableTargets.get(keyOf(look, input));
	const minCapacity = input.MinCapacity ?? known?.minCapacity;
	const maxCapacity = input.MaxCapacity ?? known?.maxCapacity;
	if (minCapacity === undefined || maxCapacity === undefined) {
		throw invalid('MinCapacity and MaxCapacity are required to register a new scalable target');
	}
	for (const [member, capacity] of Object.entries({ minCapacity, maxCapacity })) {
		checkBounds('ValidationException', member, capacity, CAPACITY);
	}
	if (maxCapacity < minCapacity) throw invalid('Maximum capacity cannot be less than minimum capacity');
	const bounds = { min: minCapacity, max: maxCapacity, createdAt: world.clock.now };
	const target = known ?? createTarget(world, service, bounds);
	const { DynamicScalingInSuspended, DynamicScalingOutSuspended, ScheduledScalingSuspended } =
		input.SuspendedState ?? {};
	target.suspended = {
		dynamicScalingIn: DynamicScalingInSuspended ?? target.suspended.dynamicScalingIn,
		dynamicScalingOut: DynamicScalingOutSuspended ?? target.suspended.dynamicScalingOut,
		scheduledScaling: ScheduledScalingSuspended ?? target.suspended.scheduledScaling,
	};
	setCapacity(world, target, { minCapacity, maxCapacity });
	return { ScalableTargetARN: arnOfTarget(look, target) };
}

/** Takes the policies and scheduled actions with it. @throws {AwsFault} ObjectNotFoundException */
export function deregisterScalableTarget(look: Look, input: DeregisterScalableTargetRequest): object {
	registeredTarget(look, input);
	look.world.scalableTargets.delete(keyOf(look, input));
	return {};
}

function arnOfTarget({ world }: Look, { region, resourceId }: ScalableTargetState): string {
	const id = seedOf(resourceId).toString(16).padStart(8, '0');
	return arnOf(world, 'application-autoscaling', region, `scalable-target/0ec5${id}`);
}
