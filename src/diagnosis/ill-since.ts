import { endedAt } from '../model/task.ts';
import { type Evidence, MINUTE } from './evidence.ts';

/** Signs that lie further apart are of two troubles; a trouble without a sign for so long is over. */
const GAP = 15 * MINUTE;

/** Service events and stop reasons of checks that fail (ECS developer guide, "Service event messages"; public event logs). */
const FAILING = /is unhealthy in \(|failed (?:container|ELB) health checks|due to an unhealthy status/iu;

/** Answers that say of an app that it is up and well, but not of the kind that is wanted: no sign of what it depends on. */
const OWN_FAULT = /\[(?:3\d\d|4\d\d)\]/u;

/**
 * When a service's health checks began to fail, epoch ms, by everything that has a time: events, kills, what was seen to
 * change. Undefined when they do not fail now, or nothing tells since when.
 */
export function illSince(evidence: Evidence, now: number): number | undefined {
	const signs = signsOf(evidence)
		.filter((at) => at <= now)
		.toSorted((a, b) => b - a);
	let since: number | undefined;
	for (const at of signs) {
		if ((since ?? now) - at > GAP) break;
		since = at;
	}
	return since;
}

function signsOf({ service, tasks = [], flips = [] }: Evidence): readonly number[] {
	const events = service.events.filter(({ message }) => FAILING.test(message) && !OWN_FAULT.test(message));
	const kills = tasks.filter(({ stoppedReason }) => FAILING.test(stoppedReason ?? ''));
	// What was so at the first sight had begun before: that tells no time.
	const seen = flips.filter(
		(flip) =>
			flip.before !== undefined &&
			flip.after.toUpperCase() === 'UNHEALTHY' &&
			!(flip.kind === 'target' && OWN_FAULT.test(flip.description ?? '')),
	);
	return [
		...events.map(({ createdAt }) => createdAt),
		...kills.flatMap((task) => endedAt(task) ?? []),
		...seen.map(({ at }) => at),
	];
}
