import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type { ScalableTarget } from '../../model/scaling.ts';
import { requiredText } from './scalars.ts';

export function toScalableTarget(target: scaling.ScalableTarget): ScalableTarget {
	const { SuspendedState: suspended } = target;
	return {
		resourceId: requiredText(target.ResourceId),
		minCapacity: target.MinCapacity ?? 0,
		maxCapacity: target.MaxCapacity ?? 0,
		suspended: {
			scaleIn: suspended?.DynamicScalingInSuspended ?? false,
			scaleOut: suspended?.DynamicScalingOutSuspended ?? false,
			scheduled: suspended?.ScheduledScalingSuspended ?? false,
		},
	};
}
