import { alarmNamed, type AlarmState } from '../alarm.ts';
import type { DeploymentAlarmsState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { fail } from './fail-rollout.ts';
import { rolloutOf } from './rollout-of.ts';
import { runningTasksOf } from './service-tasks.ts';

/**
 * The alarms that a new deployment is watched by. Those that are in ALARM when it begins watch nothing as long as it
 * lasts (AWS Copilot's documentation of rollback alarms); that its status is DISABLED then is our reading.
 */
export function watchedAlarms(world: World, service: ServiceState): DeploymentAlarmsState {
	const { alarms } = service.settings.deploymentConfiguration;
	const alarmNames = alarms?.enable === true ? alarms.alarmNames : [];
	const watches = alarmNames.length > 0 && inAlarm(world, service, alarmNames).length === 0;
	return { status: watches ? 'MONITORING' : 'DISABLED', alarmNames, triggeredAlarmNames: [] };
}

/**
 * Fails the PRIMARY deployment when one of its alarms goes off, from its first running task to the end of its bake time
 * (ECS developer guide, deployment alarms).
 */
export function tripAlarms(world: World, service: ServiceState): void {
	const [primary] = service.deployments;
	const rollout = primary && rolloutOf(service, primary);
	if (!primary || rollout?.alarms.status !== 'MONITORING' || primary.rolloutState !== 'IN_PROGRESS') return;
	if (!runningTasksOf(world, service).some(({ startedBy }) => startedBy === primary.id)) return;
	const raised = inAlarm(world, service, rollout.alarms.alarmNames);
	if (raised.length === 0) return;
	rollout.alarms.status = 'TRIGGERED';
	rollout.alarms.triggeredAlarmNames = raised.map(({ alarmName }) => alarmName);
	fail(world, service, rollout, {
		event: 'alarm detected.',
		// AWS's own words for this reason are not known; these follow the event's.
		reason: 'Service deployment rolled back because an alarm was detected.',
		rollsBack: rollout.deploymentConfiguration.alarms?.rollback ?? false,
	});
}

function inAlarm(world: World, { region }: ServiceState, names: readonly string[]): AlarmState[] {
	return names.flatMap((name) => alarmNamed(world.alarms, region, name) ?? []).filter(({ state }) => state === 'ALARM');
}
