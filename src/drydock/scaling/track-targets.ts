import type { MetricBook } from '../load/metric-book.ts';
import { SECOND } from '../world/clock.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';
import { notScaled, scaleTo, settleActivities } from './activity.ts';
import { alarmsOf, readAlarm, type TrackingAlarm } from './alarm.ts';

/** Of ECS, when a policy names none (Application Auto Scaling API reference, TargetTrackingScalingPolicyConfiguration). */
const DEFAULT_COOLDOWN_SECONDS = 300;

/** An alarm in state ALARM, and the number of tasks that would bring the metric to its target. */
type RaisedAlarm = { readonly alarm: TrackingAlarm; readonly proposal: number };

/** Lets the target-tracking policies of all services act on the metrics of the minute; to be called once a minute. */
export function trackTargets(world: World, book: MetricBook): void {
	for (const target of world.scalableTargets.values()) {
		const service = world.services.get(target.serviceArn);
		if (service === undefined || service.status !== 'ACTIVE') continue;
		settleActivities(world, target, service);
		const alarms = target.policies.flatMap((policy) => alarmsOf(target, policy));
		const raised = alarms.flatMap((alarm) => raisedAlarm(world, book, alarm));
		for (const name of target.alarmsToldOf) {
			if (!raised.some(({ alarm }) => alarm.name === name)) target.alarmsToldOf.delete(name);
		}
		const high = largest(raised, 'high');
		const low = largest(raised, 'low');
		if (high) scaleOut(world, service, high);
		else if (low && raised.length === alarms.filter(({ direction }) => direction === 'low').length)
			scaleIn(world, service, low);
	}
}

/** The alarm in a list, or nothing when it is not raised. */
function raisedAlarm({ clock: { now } }: World, book: MetricBook, alarm: TrackingAlarm): readonly RaisedAlarm[] {
	const { state, datapoints } = readAlarm(book, alarm, now);
	const [newest] = datapoints;
	if (state !== 'ALARM' || newest === undefined) return [];
	// Tracking goes by the tasks that run, not by those desired (ECS developer guide, service auto scaling): by
	// those that ran when the metric was taken, so that tasks added since are not counted as if they were as busy.
	return [{ alarm, proposal: Math.ceil((newest.tasks * newest.value) / alarm.policy.configuration.TargetValue) }];
}

/** Of the raised alarms of one direction, the one that wants most tasks. */
function largest(raised: readonly RaisedAlarm[], direction: TrackingAlarm['direction']): RaisedAlarm | undefined {
	return raised
		.filter(({ alarm }) => alarm.direction === direction)
		.toSorted((one, other) => other.proposal - one.proposal)[0];
}

function scaleOut(world: World, service: ServiceState, raise: RaisedAlarm): void {
	const { target } = raise.alarm;
	const { ScaleOutCooldown = DEFAULT_COOLDOWN_SECONDS } = raise.alarm.policy.configuration;
	if (target.suspended.dynamicScalingOut || isWithin(world, target.lastScaleOutAt, ScaleOutCooldown)) return;
	if (service.desiredCount >= target.maxCapacity) {
		tellOnce(world, raise.alarm, { code: 'AlreadyAtMaxCapacity', maxCapacity: target.maxCapacity });
		return;
	}
	const count = Math.min(target.maxCapacity, Math.max(target.minCapacity, raise.proposal));
	if (count <= service.desiredCount) return;
	target.lastScaleOutAt = world.clock.now;
	scaleTo(world, target, service, count, causeOf(raise.alarm));
}

/** Not while a deployment is under way (ECS developer guide, service auto scaling). */
function scaleIn(world: World, service: ServiceState, raise: RaisedAlarm): void {
	const { target } = raise.alarm;
	const { ScaleInCooldown = DEFAULT_COOLDOWN_SECONDS } = raise.alarm.policy.configuration;
	if (target.suspended.dynamicScalingIn || isDeploying(service)) return;
	if ([target.lastScaleInAt, target.lastScaleOutAt].some((at) => isWithin(world, at, ScaleInCooldown))) return;
	if (service.desiredCount <= target.minCapacity) {
		tellOnce(world, raise.alarm, { code: 'AlreadyAtMinCapacity', minCapacity: target.minCapacity });
		return;
	}
	const count = Math.max(target.minCapacity, Math.min(target.maxCapacity, raise.proposal));
	if (count >= service.desiredCount) return;
	target.lastScaleInAt = world.clock.now;
	scaleTo(world, target, service, count, causeOf(raise.alarm));
}

/** One activity for each time that an alarm goes off in vain. */
function tellOnce(world: World, alarm: TrackingAlarm, reason: Parameters<typeof notScaled>[3]): void {
	const { target, name } = alarm;
	if (target.alarmsToldOf.has(name)) return;
	target.alarmsToldOf.add(name);
	notScaled(world, target, causeOf(alarm), reason);
}

function causeOf({ name, policy }: TrackingAlarm): string {
	return `monitor alarm ${name} in state ALARM triggered policy ${policy.policyName}`;
}

function isWithin(world: World, at: number | undefined, seconds: number): boolean {
	return at !== undefined && world.clock.now < at + seconds * SECOND;
}

function isDeploying({ deployments }: ServiceState): boolean {
	return deployments[0]?.rolloutState === 'IN_PROGRESS';
}
