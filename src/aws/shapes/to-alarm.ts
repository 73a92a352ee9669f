import type { CompositeAlarm, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { Alarm } from '../../model/alarm.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text } from './scalars.ts';

export function toAlarm(alarm: MetricAlarm | CompositeAlarm): Alarm {
	return defined({
		name: requiredText(alarm.AlarmName),
		state: requiredText(alarm.StateValue),
		reason: text(alarm.StateReason),
		since: epochMs(alarm.StateTransitionedTimestamp ?? alarm.StateUpdatedTimestamp),
	});
}
