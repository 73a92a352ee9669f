import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../aws/changes/change.ts';
import { scalable } from '../scalable.ts';
import type { Autoscaling } from './autoscaling.ts';
import type { Tracking } from './tracking.ts';

type Place = { readonly region: string; readonly resourceId: string };

/** The calls that make the one the other, and nothing else. */
export function targetChanges(
	{ region, resourceId }: Place,
	before: Autoscaling | undefined,
	after: Autoscaling | undefined,
): readonly Change[] {
	const name = scalable(resourceId);
	if (!after) return before ? [{ name: 'application-autoscaling:DeregisterScalableTarget', region, input: name }] : [];
	const puts = changedPolicies(before, after).map(({ policyName, configuration }): Change => {
		const policy = { PolicyName: policyName, PolicyType: 'TargetTrackingScaling' } as const;
		const input = { ...name, ...policy, TargetTrackingScalingPolicyConfiguration: configuration };
		return { name: 'application-autoscaling:PutScalingPolicy', region, input };
	});
	const deletes = goneNames(before, after).map((PolicyName): Change => ({
		name: 'application-autoscaling:DeleteScalingPolicy',
		region,
		input: { ...name, PolicyName },
	}));
	const register = registration(before, after).map((members): Change => ({
		name: 'application-autoscaling:RegisterScalableTarget',
		region,
		input: { ...name, ...members },
	}));
	// What is set free again finds the new policies, not the old ones; what is held back is so before they come.
	return before && resumes(before, after) ? [...puts, ...deletes, ...register] : [...register, ...puts, ...deletes];
}

/** Policies of the second that are new or different. */
export function changedPolicies(before: Autoscaling | undefined, after: Autoscaling): readonly Tracking[] {
	return after.tracking.filter((policy) => !before?.tracking.some((known) => isDeepStrictEqual(known, policy)));
}

/** Names of policies that the second has no more. */
export function goneNames(before: Autoscaling | undefined, after: Autoscaling | undefined): readonly string[] {
	return (before?.tracking ?? [])
		.map(({ policyName }) => policyName)
		.filter((name) => !after?.tracking.some(({ policyName }) => policyName === name));
}

type Registration = {
	readonly MinCapacity?: number;
	readonly MaxCapacity?: number;
	readonly SuspendedState?: {
		readonly DynamicScalingInSuspended: boolean;
		readonly DynamicScalingOutSuspended: boolean;
		readonly ScheduledScalingSuspended: boolean;
	};
};

/** What is left out stays (API reference, RegisterScalableTarget); of the flags all three go along. */
function registration(before: Autoscaling | undefined, after: Autoscaling): readonly Registration[] {
	const flags = {
		DynamicScalingInSuspended: after.suspended.scaleIn,
		DynamicScalingOutSuspended: after.suspended.scaleOut,
		ScheduledScalingSuspended: after.suspended.scheduled,
	};
	const suspended = before
		? !isDeepStrictEqual(before.suspended, after.suspended)
		: Object.values(flags).includes(true);
	const members = {
		...(before?.min === after.min ? {} : { MinCapacity: after.min }),
		...(before?.max === after.max ? {} : { MaxCapacity: after.max }),
		...(suspended ? { SuspendedState: flags } : {}),
	};
	return Object.keys(members).length === 0 ? [] : [members];
}

function resumes(before: Autoscaling, after: Autoscaling): boolean {
	return (['scaleIn', 'scaleOut', 'scheduled'] as const).some((one) => before.suspended[one] && !after.suspended[one]);
}
