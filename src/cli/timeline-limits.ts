import type { TimelineKind } from '../diagnosis/timeline/timeline-entry.ts';
import type { Service } from '../model/service.ts';

/** `DescribeServices` gives no more events of a service (Amazon ECS API reference, Service.events). */
const EVENTS = 100;

/** ECS lists stopped tasks for at least so long, ms (Amazon ECS API reference, ListTasks). */
const STOPPED = 60 * 60_000;

/** Services that are named one by one. */
const NAMED = 3;

export type LimitsOf = {
	readonly services: readonly Service[];
	/** Epoch ms; all there is, if absent. */
	readonly from: number | undefined;
	readonly to: number;
	/** All kinds, if absent. */
	readonly kinds: readonly TimelineKind[] | undefined;
	/** One service was asked about, and with it all that costs calls. */
	readonly alone: boolean;
};

/** What a timeline lacks because AWS does not keep it, or because it was not asked for; a sentence each. */
export function timelineLimits({ services, from = -Infinity, to, kinds, alone }: LimitsOf): readonly string[] {
	const wants = (...some: readonly TimelineKind[]) => kinds === undefined || some.some((kind) => kinds.includes(kind));
	const cut = services.flatMap(({ serviceName, events }) => {
		const oldest = events.at(-1)?.createdAt ?? to;
		return events.length >= EVENTS && oldest > from ? [{ serviceName, oldest }] : [];
	});
	const gone = cut
		.slice(0, NAMED)
		.map(({ serviceName, oldest }) => `those of ${serviceName} before ${utc(oldest)} UTC`);
	const more = cut.length > NAMED ? [`and older ones of ${cut.length - NAMED} more services`] : [];
	return [
		...(wants('event') && gone.length > 0
			? [`ECS keeps the newest ${EVENTS} events of a service: ${[...gone, ...more].join(', ')} are gone.`]
			: []),
		...(wants('start', 'stop') && from < to - STOPPED
			? [
					`ECS keeps stopped tasks for about an hour: those that stopped before ${utc(to - STOPPED)} UTC may be missing.`,
				]
			: []),
		...(wants('health')
			? [
					'AWS keeps no history of the health of containers and targets: only the console, while it is open, sees it change.',
				]
			: []),
		...(!alone && wants('deployment', 'scaling', 'alarm')
			? ['Past deploys, scaling and alarms are read for one service at a time: `deckwatch events <service>`.']
			: []),
	];
}

function utc(time: number): string {
	return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}
