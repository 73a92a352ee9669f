import { groupKey, type LogGroup, type LogSource } from '../model/log-line.ts';
import { createLogGroupReader } from './log-group-reader.ts';
import type { LogGroupListener, LogGroupReader, LogGroupReaderOptions, PastEvents } from './log-group-reader.ts';

export type LogGroupsOptions = Omit<LogGroupReaderOptions, 'region' | 'group' | 'on'> & {
	readonly on: (group: LogGroup) => LogGroupListener;
};

/** A reader for each group that has streams to follow. */
export type LogGroups = {
	follow(sources: readonly LogSource[]): void;
	/** What each group has of a stretch of the past; undefined for one that cannot tell now. */
	past(
		range: { readonly from: number; readonly to: number },
		limit: number,
	): Promise<readonly (LogGroup & { readonly past: PastEvents | undefined })[]>;
	stop(): void;
};

export function createLogGroups({ on, ...options }: LogGroupsOptions): LogGroups {
	const readers = new Map<string, { readonly at: LogGroup; readonly reader: LogGroupReader }>();

	function readerOf(at: LogGroup): LogGroupReader {
		const key = groupKey(at);
		const known = readers.get(key);
		if (known) return known.reader;
		const reader = createLogGroupReader({ ...options, ...at, on: on(at) });
		readers.set(key, { at, reader });
		return reader;
	}

	return {
		follow(sources) {
			const wanted = Map.groupBy(sources, groupKey);
			for (const [key, { reader }] of readers) {
				if (wanted.has(key)) continue;
				reader.stop();
				readers.delete(key);
			}
			for (const group of wanted.values()) {
				const [{ region, group: name } = { region: '', group: '' }] = group;
				readerOf({ region, group: name }).follow(group);
			}
		},
		past: (range, limit) =>
			Promise.all(
				[...readers.values()].map(async ({ at, reader }) => ({ ...at, past: await reader.past(range, limit) })),
			),
		stop() {
			for (const { reader } of readers.values()) reader.stop();
			readers.clear();
		},
	};
}
