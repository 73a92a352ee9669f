import type { MetricBook } from '../load/metric-book.ts';
import { MINUTE } from '../world/clock.ts';
import type { World } from '../world/world.ts';
import { type AlarmReading, type AlarmState, alarmsOf, readAlarm } from './alarm.ts';

/** A change of state: when (epoch ms), from which state, and the reading that made it. */
export type AlarmChange = AlarmReading & { readonly at: number; readonly before: AlarmState };

/** The changes of each alarm by its name, newest first; one that is not there has never changed. */
export type AlarmBook = Map<string, AlarmChange[]>;

/** CloudWatch keeps 30 days of history; this many changes are more than a world lives to see. */
const KEPT_CHANGES = 1_000;

/** Writes down which alarms have changed their state; to be called once a minute. */
export function recordAlarms(world: World, metrics: MetricBook, book: AlarmBook): void {
	const at = Math.floor(world.clock.now / MINUTE) * MINUTE;
	for (const target of world.scalableTargets.values()) {
		for (const alarm of target.policies.flatMap((policy) => alarmsOf(target, policy))) {
			const changes = book.get(alarm.name) ?? [];
			const before = changes[0]?.state ?? 'INSUFFICIENT_DATA';
			const reading = readAlarm(metrics, alarm, at);
			if (reading.state === before) continue;
			book.set(alarm.name, [{ ...reading, at, before }, ...changes].slice(0, KEPT_CHANGES));
		}
	}
}
