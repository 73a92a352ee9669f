import type { Aws, LogEvent } from '../aws/aws.ts';
import { groupKey, type LogGroup, type LogLine, type LogSource, sourceKey } from '../model/log-line.ts';
import { createLineStore } from './log-buffer.ts';
import { createLogGroups } from './log-groups.ts';
import type { LogGroupListener } from './log-group-reader.ts';
import { lineOf } from './log-line-of.ts';
import { createLogRate } from './log-rate.ts';
import type { LogTail, LogTailState } from './log-tail.ts';
import { systemTime, type Time, type Timer } from './time.ts';

export type LogTailOptions = {
	readonly aws: Pick<Aws, 'logEvents'>;
	readonly time?: Time;
	/** In [0, 1): spreads the tries after a failure. */
	readonly random?: () => number;
	/** How far back a tail begins, ms, and with how many lines of each portion of streams; Infinity for all there are. */
	readonly history?: { readonly ms: number; readonly lines: number };
	/** Lines that are held. */
	readonly capacity?: number;
	/** Each line once, as they come in: nearly in time order, late ones when they are there. */
	readonly onLines?: (lines: readonly LogLine[]) => void;
};

const HISTORY = { ms: 15 * 60_000, lines: 1_000 };
const CAPACITY = 100_000;

/** Lines that are fetched at once when somebody scrolls back. */
const OLDER = 1_000;

/** A tail that nobody has listened to for so long (ms) stops asking; longer than a look at another screen. */
const REST_AFTER = 30_000;

/** Stretches of the past that are asked for older lines, ms: a service that is quiet may have spoken last month. */
const STRETCHES = [1, 24, 30 * 24].map((hours) => hours * 3_600_000);

/** A tail that follows nothing yet. Asks AWS for nothing until then. */
export function createLogTail(options: LogTailOptions): LogTail {
	const { aws, time = systemTime, random = Math.random, history = HISTORY, capacity = CAPACITY, onLines } = options;
	const listeners = new Set<(state: LogTailState) => void>();
	const rate = createLogRate(time);
	const lines = createLineStore(capacity);
	/** By region and group, ms. */
	const behind = new Map<string, number>();
	let followed: readonly LogSource[] = [];
	/** The same: each stream by one object, the first, which its lines share. */
	let byKey: ReadonlyMap<string, LogSource> = new Map();
	/** Every line written since then is held, epoch ms; of what is older there may be some. */
	let heldFrom = 0;
	let resting = false;
	let restTimer: Timer | undefined;
	let state: LogTailState = {
		lines: lines.view(),
		sources: [],
		linesPerSecond: 0,
		behindMs: 0,
		failures: {},
		readAt: undefined,
		atBeginning: false,
	};

	function publish(change: Partial<LogTailState> = {}): void {
		const behindMs = Math.max(0, ...behind.values());
		const counted = { lines: lines.view(), linesPerSecond: rate.perSecond(), behindMs };
		state = { ...state, ...counted, ...change };
		for (const listener of listeners) listener(state);
	}

	function take({ region, group }: LogGroup, events: readonly LogEvent[]): readonly LogLine[] {
		return lines.insert(
			events.flatMap((event) => {
				const source = byKey.get(sourceKey({ region, group, stream: event.stream }));
				return source && !lines.has(source, event.eventId) ? [lineOf(event, source)] : [];
			}),
		);
	}

	function listen(at: LogGroup): LogGroupListener {
		const key = groupKey(at);
		return {
			events(events, isPast) {
				const fresh = take(at, events);
				if (fresh.length === 0) return;
				if (!isPast) rate.add(fresh.length);
				onLines?.(fresh);
				publish();
			},
			admitted() {
				if (state.atBeginning) publish({ atBeginning: false });
			},
			cut(from) {
				heldFrom = Math.max(heldFrom, from);
			},
			read() {
				const { [key]: mended, ...failures } = state.failures;
				publish({ readAt: time.now(), failures: mended ? failures : state.failures });
			},
			behind(ms) {
				if (ms === (behind.get(key) ?? 0)) return;
				behind.set(key, ms);
				publish();
			},
			failed(failure) {
				const since = state.failures[key]?.since ?? time.now();
				publish({ failures: { ...state.failures, [key]: { ...failure, ...at, since } } });
			},
		};
	}

	const groups = createLogGroups({
		aws,
		time,
		random,
		historyLines: history.lines,
		heldFrom: () => heldFrom,
		on: listen,
	});

	/** True when older lines came or could not be had; false when this stretch has none. */
	async function loadStretch(stretch: number): Promise<boolean> {
		const to = heldFrom;
		const parts = await groups.past({ from: to - stretch, to }, OLDER);
		// Another service may be followed by now.
		if (heldFrom !== to || parts.some(({ past }) => past === undefined)) return true;
		// Where one group gave less of the past than another, the rest would look as if it had been silent.
		heldFrom = Math.max(to - stretch, ...parts.map(({ past }) => past?.from ?? to));
		const counts = parts.map((part) => {
			const wanted = part.past?.events.filter(({ timestamp }) => timestamp >= heldFrom) ?? [];
			return take(part, wanted).length;
		});
		publish();
		return counts.some((count) => count > 0);
	}

	/** What was held is given up: it may be too far from the present to be caught up with. */
	function beginAnew(): void {
		groups.stop();
		lines.clear();
		behind.clear();
		heldFrom = time.now() - history.ms;
		publish({ failures: {}, readAt: undefined, atBeginning: false });
	}

	/** What is followed is not the same as before; `isJoined`: some of it is. */
	function showOthers(isJoined: boolean): void {
		if (!isJoined) beginAnew();
		lines.retain(new Set(byKey.values()));
		const groupKeys = new Set([...byKey.values()].map(groupKey));
		for (const key of behind.keys()) if (!groupKeys.has(key)) behind.delete(key);
		const failures = Object.fromEntries(Object.entries(state.failures).filter(([key]) => groupKeys.has(key)));
		publish({ sources: [...byKey.values()], failures });
	}

	function wake(): void {
		if (restTimer !== undefined) time.clearTimeout(restTimer);
		restTimer = undefined;
		if (!resting) return;
		resting = false;
		heldFrom = time.now() - history.ms;
		groups.follow(followed);
	}

	function rest(): void {
		resting = true;
		beginAnew();
	}

	return {
		getState: () => state,
		subscribe(listener) {
			listeners.add(listener);
			wake();
			return () => {
				if (listeners.delete(listener) && listeners.size === 0) restTimer = time.setTimeout(rest, REST_AFTER);
			};
		},
		follow(sources) {
			const before = byKey;
			followed = sources;
			byKey = new Map(sources.map((source) => [sourceKey(source), before.get(sourceKey(source)) ?? source]));
			const stayed = [...byKey.keys()].filter((key) => before.has(key)).length;
			if (stayed < before.size || stayed < byKey.size) showOthers(stayed > 0);
			if (!resting) groups.follow(followed);
		},
		async loadOlder() {
			for (const stretch of STRETCHES) {
				if (state.atBeginning || lines.isFull || byKey.size === 0 || (await loadStretch(stretch))) return;
			}
			publish({ atBeginning: true });
		},
		stop() {
			if (restTimer !== undefined) time.clearTimeout(restTimer);
			groups.stop();
			listeners.clear();
		},
	};
}
