import type { AlarmState, AlarmStateValue } from '../alarm.ts';
import type { World } from '../world.ts';
import { planLook } from './plan-look.ts';

/** CloudWatch keeps 30 days of history; this many changes are more than a world lives to see. */
const KEPT_CHANGES = 1_000;

/** Moves an alarm to a state; nothing happens when it is in it. Deployments that it watches are looked at. */
export function setAlarmState(world: World, alarm: AlarmState, state: AlarmStateValue, reason: string): void {
	const before = alarm.state;
	if (state === before) return;
	alarm.state = state;
	alarm.changes.unshift({ at: world.clock.now, before, state, reason });
	alarm.changes.splice(KEPT_CHANGES);
	for (const service of world.services.values()) {
		const watched = service.serviceDeployments[0]?.alarms;
		if (watched?.status === 'MONITORING' && watched.alarmNames.includes(alarm.alarmName)) planLook(world, service);
	}
}
