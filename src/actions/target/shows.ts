import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../aws/changes/change.ts';
import type { ServiceScaling, TrackingConfiguration } from '../../model/scaling.ts';
import { DEFAULT_COOLDOWN } from './tracking.ts';

/** Whether AWS shows what a change was to bring about. */
export function shows(change: Change, scaling: ServiceScaling | undefined): boolean {
	switch (change.name) {
		case 'application-autoscaling:DeregisterScalableTarget':
			return scaling === undefined;
		case 'application-autoscaling:DeleteScalingPolicy':
			return !scaling?.policies.some(({ policyName }) => policyName === change.input.PolicyName);
		case 'application-autoscaling:PutScalingPolicy': {
			const policy = scaling?.policies.find(({ policyName }) => policyName === change.input.PolicyName);
			return isSame(policy?.configuration, change.input.TargetTrackingScalingPolicyConfiguration);
		}
		case 'application-autoscaling:RegisterScalableTarget': {
			if (!scaling) return false;
			const { minCapacity, maxCapacity, suspended } = scaling.target;
			const { MinCapacity = minCapacity, MaxCapacity = maxCapacity, SuspendedState: flags } = change.input;
			return (
				MinCapacity === minCapacity &&
				MaxCapacity === maxCapacity &&
				(flags?.DynamicScalingInSuspended ?? suspended.scaleIn) === suspended.scaleIn &&
				(flags?.DynamicScalingOutSuspended ?? suspended.scaleOut) === suspended.scaleOut &&
				(flags?.ScheduledScalingSuspended ?? suspended.scheduled) === suspended.scheduled
			);
		}
		default:
			return false;
	}
}

/** A policy is replaced as a whole: what is there beside what was sent can only be what AWS takes without being told. */
function isSame(there: TrackingConfiguration | undefined, sent: TrackingConfiguration): boolean {
	const beside = Object.entries(there ?? {}).filter(([member]) => !Object.hasOwn(sent, member));
	return has(there, sent) && beside.every(([, value]) => value === false || value === DEFAULT_COOLDOWN);
}

/** Whether all that was sent is there. */
function has(value: unknown, sent: unknown): boolean {
	if (!isRecord(sent)) return isDeepStrictEqual(value, sent);
	return isRecord(value) && Object.entries(sent).every(([member, own]) => has(value[member], own));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
