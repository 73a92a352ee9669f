import type * as scaling from '@aws-sdk/client-application-auto-scaling';
import type { ScheduledAction } from '../../model/scaling.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text } from './scalars.ts';

export function toScheduledAction(action: scaling.ScheduledAction): ScheduledAction {
	return defined({
		scheduledActionName: requiredText(action.ScheduledActionName),
		schedule: requiredText(action.Schedule),
		timezone: text(action.Timezone),
		minCapacity: action.ScalableTargetAction?.MinCapacity,
		maxCapacity: action.ScalableTargetAction?.MaxCapacity,
		startTime: epochMs(action.StartTime),
		endTime: epochMs(action.EndTime),
		createdAt: epochMs(action.CreationTime),
	});
}
