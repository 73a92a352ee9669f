import type { LogEvent } from '../aws/aws.ts';

/**
 * Up to which line each stream has been read without a gap, epoch ms. A stream that fell silent keeps its mark: when
 * it speaks again, what it was late with lies behind the mark and before what the others write meanwhile.
 */
export type LogMarks = {
	/** -Infinity for a stream that has not spoken. */
	of(stream: string): number;
	/** What was read of a stretch: moves the marks that lie in it. A stamp after its end is of a clock that is wrong, and counts later. */
	advance(events: readonly LogEvent[], stretch: { readonly from: number; readonly to: number }): void;
};

export function createLogMarks(): LogMarks {
	const marks = new Map<string, number>();
	const of = (stream: string) => marks.get(stream) ?? Number.NEGATIVE_INFINITY;
	return {
		of,
		advance(events, { from, to }) {
			const newest = new Map<string, number>();
			for (const { stream, timestamp } of events) {
				if (timestamp <= to) newest.set(stream, Math.max(newest.get(stream) ?? timestamp, timestamp));
			}
			for (const [stream, timestamp] of newest) {
				if (of(stream) >= from) marks.set(stream, Math.max(of(stream), timestamp));
			}
		},
	};
}
