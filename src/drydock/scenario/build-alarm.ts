import { DAY } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import type { AlarmEntry } from './alarm-schema.ts';
import { findService } from './find-service.ts';

/** Puts an alarm into the world that was made long ago; what it says it learns from the world's past. */
export function buildAlarm(world: World, entry: AlarmEntry): void {
	const { serviceArn, region } = findService(world, entry.service);
	world.alarms.set(`${region}/${entry.name}`, {
		alarmName: entry.name,
		region,
		description: entry.description,
		serviceArn,
		metricName: entry.metric,
		threshold: entry.above,
		evaluationPeriods: entry.periods,
		createdAt: world.clock.now - 90 * DAY,
		datapoints: [],
		isHeld: false,
		state: 'INSUFFICIENT_DATA',
		changes: [],
	});
}
