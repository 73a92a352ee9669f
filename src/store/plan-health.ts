import { pace } from './pace.ts';
import { SETTLE, type ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { targetHealthReading } from './readings/target-health.ts';
import { targetGroupsOf } from './related.ts';
import { SELECTED, type WantedServices } from './wanted-services.ts';

/** How often the health of targets is asked for, in ms: of the selected service, of those on screen, of the rest. */
const EVERY = { selected: 5_000, visible: 15_000, rest: 120_000 };

/** One call answers for one target group only: so many a second, at most, for those on screen, and for the rest. */
const CALLS_PER_SECOND = { visible: 2 / 3, rest: 1 };

/**
 * The health of the services' targets, one call per target group: also of those nobody looks at, because what is
 * unhealthy has to come up by itself. Groups shared by services are asked as often as the one most looked at wants.
 */
export function healthReadings(context: ReadingContext, clusterArn: string, wish: WantedServices): readonly Reading[] {
	const services = Object.values(context.picture().services[clusterArn]?.value ?? {});
	const often = new Map<string, number>();
	for (const service of services) {
		const every = rate(wish, service.serviceArn);
		if (every === undefined) continue;
		for (const arn of targetGroupsOf(service)) often.set(arn, Math.min(every, often.get(arn) ?? every));
	}
	const groups = (wanted: number) => [...often].flatMap(([arn, every]) => (every === wanted ? [arn] : []));
	const visible = groups(EVERY.visible);
	const rest = groups(EVERY.rest);
	const inTurn = pace(EVERY.visible, visible.length, CALLS_PER_SECOND.visible);
	const slowly = restEvery(rest.length);
	return [
		...groups(EVERY.selected).map((arn) => targetHealthReading(context, arn, { every: EVERY.selected })),
		...visible.map((arn) => targetHealthReading(context, arn, { every: inTurn })),
		// One after the other, so they never stand in the way of what is looked at.
		...rest.map((arn, place) =>
			targetHealthReading(context, arn, {
				every: slowly,
				atLeast: slowly,
				settle: SETTLE + pace(0, place + 1, CALLS_PER_SECOND.rest),
			}),
		),
	];
}

/** Ms between two looks at each of so many target groups that nobody looks at. */
export function restEvery(groups: number): number {
	return pace(EVERY.rest, groups, CALLS_PER_SECOND.rest);
}

function rate({ all, wanted }: WantedServices, serviceArn: string): number | undefined {
	const freshness = wanted.get(serviceArn);
	if (freshness === undefined) return all ? EVERY.rest : undefined;
	return freshness <= SELECTED ? EVERY.selected : EVERY.visible;
}
