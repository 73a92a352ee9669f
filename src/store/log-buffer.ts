import { compareLines, type LogLine, type LogSource } from '../model/log-line.ts';
import type { LogBuffer } from './log-tail.ts';

/** Lines in time order, each once, the oldest given up when there are too many. */
export type LineStore = {
	/** Whether it holds that event: most of what is read is read again, and need not be made a line of. */
	has(source: LogSource, eventId: string): boolean;
	/** Takes lines in; gives those that it did not have, in time order. */
	insert(lines: readonly LogLine[]): readonly LogLine[];
	/** Gives up the lines of all other sources. */
	retain(sources: ReadonlySet<LogSource>): void;
	/** Gives up all lines. */
	clear(): void;
	readonly isFull: boolean;
	/** The lines as they are; the same object until they change. */
	view(): LogBuffer;
};

/**
 * A sorted array: nearly all lines are appended, and a late one moves only what is newer than it. Doubles are told by
 * the event id within their stream; source objects are compared by identity, so callers keep one per stream.
 */
export function createLineStore(capacity: number): LineStore {
	let lines: LogLine[] = [];
	const seen = new Map<LogSource, Set<string>>();
	let view = viewOf(lines, 0);
	const changed = () => {
		view = viewOf(lines, view.version + 1);
	};

	function isNew(line: LogLine): boolean {
		const [oldest] = lines;
		if (lines.length >= capacity && oldest && compareLines(line, oldest) < 0) return false;
		const known = seen.get(line.source) ?? new Set();
		if (known.has(line.eventId)) return false;
		known.add(line.eventId);
		seen.set(line.source, known);
		return true;
	}

	function dropExcess(): void {
		if (lines.length <= capacity) return;
		for (const line of lines.splice(0, lines.length - capacity)) seen.get(line.source)?.delete(line.eventId);
	}

	return {
		has: (source, eventId) => seen.get(source)?.has(eventId) ?? false,
		insert(batch) {
			const fresh = batch.filter(isNew).toSorted(compareLines);
			if (fresh.length === 0) return fresh;
			mergeInto(lines, fresh);
			dropExcess();
			changed();
			return fresh;
		},
		retain(sources) {
			for (const source of seen.keys()) if (!sources.has(source)) seen.delete(source);
			const kept = lines.filter((line) => sources.has(line.source));
			if (kept.length === lines.length) return;
			lines = kept;
			changed();
		},
		clear() {
			lines = [];
			seen.clear();
			changed();
		},
		get isFull() {
			return lines.length >= capacity;
		},
		view: () => view,
	};
}

/** Merges from the end: it ends as soon as the new lines have their places. Later comers go behind their equals. */
function mergeInto(lines: LogLine[], fresh: readonly LogLine[]): void {
	let old = lines.length - 1;
	let next = fresh.length - 1;
	for (const line of fresh) lines.push(line);
	for (let at = lines.length - 1; next >= 0; at--) {
		const newest = fresh[next] as LogLine;
		const other = lines[old];
		if (old >= 0 && other && compareLines(newest, other) < 0) {
			lines[at] = other;
			old--;
		} else {
			lines[at] = newest;
			next--;
		}
	}
}

function viewOf(lines: readonly LogLine[], version: number): LogBuffer {
	const { length } = lines;
	return { length, version, at: (index) => (index < 0 ? undefined : lines[index]) };
}
