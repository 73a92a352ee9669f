import type { AlarmHistoryItem, Dimension, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import { alarmReason } from '../../load/alarm-reason.ts';
import { alarmsOf, type TrackingAlarm } from '../../scaling/alarm.ts';
import { type AlarmState, type AlarmStateChange, ERRORS_METRIC } from '../../world/alarm.ts';
import { arnOf } from '../../world/arn.ts';
import type { Look } from './look.ts';
import { metricsOf } from './measured.ts';

/** An alarm as CloudWatch shows it, and what it has been through, newest first. */
export type ShownAlarm = {
	readonly alarm: MetricAlarm & { readonly AlarmName: string };
	readonly changes: readonly AlarmStateChange[];
};

/** The alarms of a region ordered by name: those that target tracking made, and those that people did. */
export function alarmsIn(look: Look): readonly ShownAlarm[] {
	const { world, region } = look;
	const tracking = [...world.scalableTargets.values()]
		.filter((target) => target.region === region)
		.flatMap((target) => target.policies.flatMap((policy) => alarmsOf(target, policy)))
		.map((alarm) => trackingAlarm(look, alarm));
	const own = [...world.alarms.values()]
		.filter((alarm) => alarm.region === region)
		.map((alarm) => ownAlarm(look, alarm));
	return [...tracking, ...own].sort((one, other) => (one.alarm.AlarmName < other.alarm.AlarmName ? -1 : 1));
}

function trackingAlarm({ world, alarms, region }: Look, tracking: TrackingAlarm): ShownAlarm {
	const { name, direction, policy, target, metric } = tracking;
	const changes = (alarms.get(name) ?? []).map((change): AlarmStateChange => ({
		...change,
		reason: alarmReason(tracking, change),
	}));
	const service = world.services.get(target.serviceArn);
	const alarm = {
		...identity(world, region, name, policy.createdAt),
		AlarmDescription: `DO NOT EDIT OR DELETE. For TargetTrackingScaling policy ${policy.policyArn}.`,
		AlarmActions: [policy.policyArn],
		...stateOf(changes, policy.createdAt),
		...(service && metricsOf(world, service).find(({ MetricName }) => MetricName === metric)),
		...(metric === 'RequestCountPerTarget'
			? { Statistic: 'Sum' as const }
			: { Statistic: 'Average' as const, Unit: 'Percent' as const }),
		Period: 60,
		EvaluationPeriods: tracking.evaluationPeriods,
		Threshold: tracking.threshold,
		ComparisonOperator: direction === 'high' ? ('GreaterThanThreshold' as const) : ('LessThanThreshold' as const),
	};
	return { alarm, changes };
}

function ownAlarm({ world, region }: Look, own: AlarmState): ShownAlarm {
	const { alarmName, metricName, changes } = own;
	const service = world.services.get(own.serviceArn);
	const ofErrors = metricName === ERRORS_METRIC;
	const alarm = {
		...identity(world, region, alarmName, own.createdAt),
		AlarmDescription: own.description,
		AlarmActions: [],
		...stateOf(changes, own.createdAt),
		...(ofErrors
			? { Namespace: 'AWS/ApplicationELB', MetricName: metricName, Dimensions: balancerOf(world, own) }
			: service && metricsOf(world, service).find(({ MetricName }) => MetricName === metricName)),
		Statistic: ofErrors ? ('Sum' as const) : ('Average' as const),
		Period: 60,
		EvaluationPeriods: own.evaluationPeriods,
		DatapointsToAlarm: own.evaluationPeriods,
		Threshold: own.threshold,
		ComparisonOperator: 'GreaterThanThreshold' as const,
		TreatMissingData: ofErrors ? 'notBreaching' : 'missing',
	};
	return { alarm, changes };
}

function identity(world: Look['world'], region: string, name: string, createdAt: number) {
	return {
		AlarmName: name,
		AlarmArn: arnOf(world, 'cloudwatch', region, `alarm:${name}`),
		AlarmConfigurationUpdatedTimestamp: new Date(createdAt),
		ActionsEnabled: true,
		OKActions: [],
		InsufficientDataActions: [],
	};
}

function stateOf([newest]: readonly AlarmStateChange[], createdAt: number) {
	const since = new Date(newest?.at ?? createdAt);
	return {
		StateValue: newest?.state ?? ('INSUFFICIENT_DATA' as const),
		StateReason: newest?.reason ?? 'Unchecked: Initial alarm creation',
		StateUpdatedTimestamp: since,
		StateTransitionedTimestamp: since,
	};
}

/** `app/<name>/<id>` of the load balancer before the alarm's service. */
function balancerOf(world: Look['world'], { serviceArn }: AlarmState): Dimension[] {
	const arn = world.services.get(serviceArn)?.settings.loadBalancers[0]?.targetGroupArn ?? '';
	const balancer = world.targetGroups.get(arn)?.loadBalancerArns[0];
	return balancer === undefined ? [] : [{ Name: 'LoadBalancer', Value: balancer.split(':loadbalancer/')[1] }];
}

export function asHistoryItem({ alarm }: ShownAlarm, change: AlarmStateChange): AlarmHistoryItem {
	const shown = (stateValue: string, stateReason?: string) => ({ stateValue, stateReason });
	return {
		AlarmName: alarm.AlarmName,
		AlarmType: 'MetricAlarm',
		Timestamp: new Date(change.at),
		HistoryItemType: 'StateUpdate',
		HistorySummary: `Alarm updated from ${change.before} to ${change.state}`,
		HistoryData: JSON.stringify({
			version: '1.0',
			oldState: shown(change.before),
			newState: shown(change.state, change.reason),
		}),
	};
}
