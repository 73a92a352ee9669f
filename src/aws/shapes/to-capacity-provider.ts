import type * as asg from '@aws-sdk/client-auto-scaling';
import type * as ecs from '@aws-sdk/client-ecs';
import type { AutoScalingGroup, CapacityProvider } from '../../model/cluster-capacity.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';

/** @param group of this provider, where it has one and it is there */
export function toCapacityProvider(
	{ name, autoScalingGroupProvider }: ecs.CapacityProvider,
	group: AutoScalingGroup | undefined,
): CapacityProvider {
	const { status, targetCapacity } = autoScalingGroupProvider?.managedScaling ?? {};
	return defined({
		name: requiredText(name),
		group,
		managedScaling: autoScalingGroupProvider && defined({ enabled: status === 'ENABLED', targetCapacity }),
	});
}

/** The activities are asked for by themselves; newest first. */
export function toAutoScalingGroup(
	group: asg.AutoScalingGroup,
	activities: readonly asg.Activity[] | undefined,
): AutoScalingGroup {
	return {
		name: requiredText(group.AutoScalingGroupName),
		minSize: group.MinSize ?? 0,
		maxSize: group.MaxSize ?? 0,
		desiredCapacity: group.DesiredCapacity ?? 0,
		inService: list(group.Instances).filter(({ LifecycleState }) => LifecycleState === 'InService').length,
		activities: list(activities).map((activity) =>
			defined({
				description: requiredText(activity.Description),
				cause: requiredText(activity.Cause),
				statusCode: requiredText(activity.StatusCode),
				statusMessage: text(activity.StatusMessage),
				startTime: epochMs(activity.StartTime) ?? 0,
			}),
		),
	};
}
