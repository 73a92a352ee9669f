import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type { ScalingActivity } from '../../model/scaling-activity.ts';
import { defined } from './defined.ts';
import { epochMs, list, requiredText, text } from './scalars.ts';

export function toScalingActivity(activity: scaling.ScalingActivity): ScalingActivity {
	return defined({
		activityId: requiredText(activity.ActivityId),
		description: requiredText(activity.Description),
		cause: requiredText(activity.Cause),
		startTime: epochMs(activity.StartTime) ?? 0,
		endTime: epochMs(activity.EndTime),
		statusCode: requiredText(activity.StatusCode),
		statusMessage: text(activity.StatusMessage),
		notScaledReasons: list(activity.NotScaledReasons).map((reason) =>
			defined({
				code: requiredText(reason.Code),
				maxCapacity: reason.MaxCapacity,
				minCapacity: reason.MinCapacity,
				currentCapacity: reason.CurrentCapacity,
			}),
		),
	});
}
