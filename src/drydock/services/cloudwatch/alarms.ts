import type { AlarmHistoryItem, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { AlarmChange } from '../../scaling/alarm-book.ts';
import { type AlarmReading, type AlarmState, alarmsOf, type TrackingAlarm } from '../../scaling/alarm.ts';
import { arnOf } from '../../world/arn.ts';
import type { Look } from './look.ts';
import { metricsOf } from './measured.ts';

/** The alarms of a region, all of them made by target tracking, ordered by name. */
export function alarmsIn({ world, region }: Look): readonly TrackingAlarm[] {
	return [...world.scalableTargets.values()]
		.filter((target) => target.region === region)
		.flatMap((target) => target.policies.flatMap((policy) => alarmsOf(target, policy)))
		.sort((one, other) => (one.name < other.name ? -1 : 1));
}

export function asMetricAlarm({ world, alarms, region }: Look, alarm: TrackingAlarm): MetricAlarm {
	const { name, direction, policy, target, metric, threshold, evaluationPeriods } = alarm;
	const [newest] = alarms.get(name) ?? [];
	const since = new Date(newest?.at ?? policy.createdAt);
	const service = world.services.get(target.serviceArn);
	return {
		AlarmName: name,
		AlarmArn: arnOf(world, 'cloudwatch', region, `alarm:${name}`),
		AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policy.policyArn}.`,
		AlarmConfigurationUpdatedTimestamp: new Date(policy.createdAt),
		ActionsEnabled: true,
		OKActions: [],
		AlarmActions: [policy.policyArn],
		InsufficientDataActions: [],
		StateValue: newest?.state ?? 'INSUFFICIENT_DATA',
		StateReason: newest ? reasonOf(alarm, newest) : 'Unchecked: Initial alarm creation',
		StateUpdatedTimestamp: since,
		StateTransitionedTimestamp: since,
		...(service && metricsOf(world, service).find(({ MetricName }) => MetricName === metric)),
		...(metric === 'RequestCountPerTarget' ? { Statistic: 'Sum' } : { Statistic: 'Average', Unit: 'Percent' }),
		Period: 60,
		EvaluationPeriods: evaluationPeriods,
		Threshold: threshold,
		ComparisonOperator: direction === 'high' ? 'GreaterThanThreshold' : 'LessThanThreshold',
	};
}

export function asHistoryItem(alarm: TrackingAlarm, change: AlarmChange): AlarmHistoryItem {
	const stateOf = (stateValue: AlarmState, stateReason?: string) => ({ stateValue, stateReason });
	return {
		AlarmName: alarm.name,
		AlarmType: 'MetricAlarm',
		Timestamp: new Date(change.at),
		HistoryItemType: 'StateUpdate',
		HistorySummary: `Alarm updated from ${change.before} to ${change.state}`,
		HistoryData: JSON.stringify({
			version: '1.0',
			oldState: stateOf(change.before),
			newState: stateOf(change.state, reasonOf(alarm, change)),
		}),
	};
}

/** As CloudWatch words it: `Threshold Crossed: 3 datapoints [82.1 (20/11/26 11:58:00), …] were greater than the threshold (60.0).` */
function reasonOf(
	{ direction, threshold, evaluationPeriods }: TrackingAlarm,
	{ state, datapoints }: AlarmReading,
): string {
	if (state === 'INSUFFICIENT_DATA') return `Insufficient Data: ${evaluationPeriods} datapoints were unknown.`;
	const shown = state === 'ALARM' ? datapoints : datapoints.slice(0, 1);
	const values = shown.map(({ at, value }) => `${decimal(value)} (${stamp(at)})`).join(', ');
	const count = shown.length === 1 ? '1 datapoint' : `${shown.length} datapoints`;
	const verb = `${shown.length === 1 ? 'was' : 'were'}${state === 'OK' ? ' not' : ''}`;
	const comparison = direction === 'high' ? 'greater' : 'less';
	return `Threshold Crossed: ${count} [${values}] ${verb} ${comparison} than the threshold (${decimal(threshold)}).`;
}

function decimal(value: number): string {
	return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

function stamp(at: number): string {
	const [date = '', time = ''] = new Date(at).toISOString().split('T');
	const [year = '', month, day] = date.split('-');
	return `${day}/${month}/${year.slice(2)} ${time.slice(0, 8)}`;
}
