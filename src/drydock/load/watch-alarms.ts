import { type AlarmState, ERRORS_METRIC } from '../world/alarm.ts';
import { MINUTE } from '../world/clock.ts';
import { setAlarmState } from '../world/scheduler/set-alarm-state.ts';
import type { World } from '../world/world.ts';
import { alarmReason } from './alarm-reason.ts';
import { average, type MetricBook, minuteAt } from './metric-book.ts';
import { serverErrors } from './server-errors.ts';

/** A minute's data is seen when it has been published: one minute after it ended. */
const PUBLICATION = 2 * MINUTE;

/** Has every alarm look at its metric; to be called once a minute. */
export function watchAlarms(world: World, metrics: MetricBook): void {
	const now = Math.floor(world.clock.now / MINUTE) * MINUTE;
	for (const alarm of world.alarms.values()) {
		const value = valueOf(world, metrics, alarm, now - MINUTE);
		const oldest = now - PUBLICATION - (alarm.evaluationPeriods - 1) * MINUTE;
		if (value !== undefined) alarm.datapoints.unshift({ at: now - MINUTE, value });
		while ((alarm.datapoints.at(-1)?.at ?? now) < oldest) alarm.datapoints.pop();
		if (!alarm.isHeld) evaluate(world, alarm, now);
	}
}

function evaluate(world: World, alarm: AlarmState, now: number): void {
	const datapoints = alarm.datapoints.filter(({ at }) => at <= now - PUBLICATION);
	const breaches = datapoints.filter(({ value }) => value > alarm.threshold).length;
	const state = datapoints.length === 0 ? 'INSUFFICIENT_DATA' : breaches === alarm.evaluationPeriods ? 'ALARM' : 'OK';
	setAlarmState(world, alarm, state, alarmReason({ ...alarm, direction: 'high' }, { state, datapoints }));
}

/** The average over the service's tasks in a minute, or the errors of all services behind its load balancer. */
function valueOf(
	world: World,
	metrics: MetricBook,
	{ metricName, serviceArn }: AlarmState,
	at: number,
): number | undefined {
	if (metricName !== ERRORS_METRIC) {
		const set = minuteAt(metrics, serviceArn, metricName, at);
		return set && average(set);
	}
	const cluster = world.services.get(serviceArn)?.clusterArn;
	return [...world.services.values()]
		.filter(({ clusterArn, settings }) => clusterArn === cluster && settings.loadBalancers.length > 0)
		.reduce((sum, service) => sum + serverErrors(world, service, at), 0);
}
