import { type LogLine, sourceKey } from '../model/log-line.ts';

/** Prints lines that come in time order, and knows the last of them again. */
export type PrintOnce = {
	print(lines: readonly LogLine[]): void;
	isNew(line: LogLine): boolean;
	/** The time of the last line, epoch ms, or the present where that is to come; -Infinity before the first. */
	reached(): number;
};

export type PrintOnceOptions = {
	readonly print: (lines: readonly LogLine[]) => void;
	/** How far back from the last line the others are known again, ms. */
	readonly span: number;
	readonly now: () => number;
};

export function printOnce({ print, span, now }: PrintOnceOptions): PrintOnce {
	const printed = new Map<string, number>();
	let reached = Number.NEGATIVE_INFINITY;
	const keyOf = ({ source, eventId }: LogLine) => `${sourceKey(source)} ${eventId}`;
	const isNew = (line: LogLine) => !printed.has(keyOf(line));
	return {
		isNew,
		reached: () => reached,
		print(lines) {
			const fresh = lines.filter(isNew);
			for (const line of fresh) {
				printed.set(keyOf(line), line.timestamp);
				reached = Math.max(reached, Math.min(line.timestamp, now()));
			}
			for (const [key, timestamp] of printed) {
				if (timestamp >= reached - span) break;
				printed.delete(key);
			}
			if (fresh.length > 0) print(fresh);
		},
	};
}
