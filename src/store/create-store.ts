import type { Aws } from '../aws/aws.ts';
import { forget } from './forget.ts';
import { createSeriesOfThen } from './series-of-then.ts';
import { pictureAt, remember, type Moment } from './history.ts';
import { createLivePicture } from './live-picture.ts';
import { noticeFlips } from './notice-flips.ts';
import type { PictureUpdate } from './picture-update.ts';
import { EMPTY_PICTURE, type Store, type Topic } from './picture.ts';
import { planReadings } from './plan-readings.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { createScheduler } from './scheduler.ts';
import { createSuspects, type Suspects } from './suspects.ts';
import { createTroubles } from './troubles.ts';
import { wantedServices } from './wanted-services.ts';
import { systemTime, type Time, type Timer } from './time.ts';

export type StoreOptions = {
	readonly aws: Aws;
	readonly time?: Time;
	/** In [0, 1): spreads the refreshes so they do not all come at once. */
	readonly random?: () => number;
	/** Ms between two readings of one thing, at least: to ask AWS less often than each thing deserves. Default: none. */
	readonly refreshMs?: number;
};

/** Ms after which the calls are counted again when nothing was read meanwhile. */
const COUNT_EVERY = 5_000;

/** The live picture of what is watched. Asks AWS for nothing until somebody watches. */
export function createStore(options: StoreOptions): Store {
	const { aws, time = systemTime, random = Math.random, refreshMs = 0 } = options;
	const live = createLivePicture(time, { ...EMPTY_PICTURE, refreshMs });
	const watched = new Map<symbol, Topic>();
	const suspects = new Map<string, Suspects>();
	let freshSince = 0;
	const context: ReadingContext = {
		aws,
		time,
		picture: live.latest,
		doneAt: new Map(),
		refreshMs,
		freshSince: () => freshSince,
		suspects: suspectsOf,
		troubles: createTroubles(),
	};
	const scheduler = createScheduler({ time, random, update });
	let history: readonly Moment[] = [];
	const seriesOfThen = createSeriesOfThen();
	let planning = false;
	let stopped = false;
	let rateTimer: Timer | undefined;

	live.subscribe((picture) => {
		// Before any service is known there is nothing to come back to.
		const known =
			history.length > 0 || Object.values(picture.services).some(({ value = {} }) => Object.keys(value).length > 0);
		if (known) history = remember(history, { at: time.now(), picture });
	});

	function suspectsOf(clusterArn: string): Suspects {
		const known = suspects.get(clusterArn) ?? createSuspects();
		suspects.set(clusterArn, known);
		return known;
	}

	function update(change: PictureUpdate): void {
		const before = live.latest();
		live.update((picture) => {
			const changed = noticeFlips(picture, change(picture), time.now());
			const callsPerSecond = Math.round(aws.callsPerSecond() * 10) / 10;
			return changed.callsPerSecond === callsPerSecond ? changed : { ...changed, callsPerSecond };
		});
		countAgain();
		const { services, taskDefinitions } = live.latest();
		if (services !== before.services || taskDefinitions !== before.taskDefinitions) planSoon();
	}

	/** The rate falls by itself while nothing is read. */
	function countAgain(): void {
		if (rateTimer !== undefined) time.clearTimeout(rateTimer);
		const isCounting = !stopped && live.latest().callsPerSecond > 0;
		rateTimer = isCounting ? time.setTimeout(() => update((picture) => picture), COUNT_EVERY) : undefined;
	}

	/** Once per turn: a pane that changes its topics takes the old ones down before it puts the new ones up. */
	function planSoon(): void {
		if (planning) return;
		planning = true;
		queueMicrotask(() => {
			planning = false;
			if (stopped) return;
			const topics = [...watched.values()];
			live.update((picture) => forget(picture, new Set(wantedServices(picture, topics).keys())));
			const readings = planReadings(context, topics);
			scheduler.keep(readings.map(noOftener));
		});
	}

	function noOftener(reading: Reading): Reading {
		const { every, atLeast = 0 } = reading;
		return { ...reading, every: Math.max(every, refreshMs), atLeast: Math.max(atLeast, refreshMs) };
	}

	return {
		getState: live.shown,
		subscribe: live.subscribe,
		watch(topic) {
			const place = Symbol(topic.kind);
			watched.set(place, topic);
			planSoon();
			return () => {
				if (watched.delete(place)) planSoon();
			};
		},
		refresh() {
			for (const key of context.doneAt.keys()) context.doneAt.set(key, 0);
			for (const each of suspects.values()) each.retry();
			freshSince = time.now();
			scheduler.refresh();
		},
		at(moment) {
			const then = pictureAt(history, moment);
			if (!then) return undefined;
			return moment >= time.now() ? live.shown() : seriesOfThen(then, live.shown(), moment);
		},
		reachesTo: () => history[0]?.at,
		stop() {
			stopped = true;
			scheduler.keep([]);
			live.stop();
			countAgain();
		},
	};
}
