import type { Aws, LogEvent, LogEventsQuery } from '../aws/aws.ts';
import type { LogMarks } from './log-marks.ts';
import { createLogPass, type LogPass } from './log-pass.ts';
import { DEEP_SWEEP, SWEEP, SWEEP_PAGES } from './log-window.ts';
import type { Time } from './time.ts';

export type LogSweepsOptions = {
	readonly aws: Pick<Aws, 'logEvents'>;
	readonly time: Time;
	readonly region: string;
	readonly group: string;
	readonly marks: LogMarks;
	readonly onEvents: (events: readonly LogEvent[]) => void;
};

/** Portions of streams for one call each, and the stretch of time whose lines have been read, epoch ms. */
type Swept = { readonly portions: readonly (readonly string[])[]; readonly from: number; readonly to: number };

/** Reads the past again for late lines, a page at a time, so that those of the present do not wait for it. */
export type LogSweeps = {
	/** Reads a page where a sweep is due or under way; whether it did. Throws AwsCallError; goes on there. */
	step(swept: Swept, signal: AbortSignal): Promise<boolean>;
	/** Gives up the sweep under way. */
	giveUp(): void;
};

export function createLogSweeps({ aws, time, region, group, marks, onEvents }: LogSweepsOptions): LogSweeps {
	let pass: LogPass | undefined;
	let sweptAt = time.now();
	let deepAt = sweptAt;

	function start({ portions, from, to }: Swept): LogPass {
		sweptAt = time.now();
		const isDeep = sweptAt - deepAt >= DEEP_SWEEP.every;
		if (isDeep) deepAt = sweptAt;
		const deepFrom = Math.max(from, to - DEEP_SWEEP.back);
		const startTime = Math.max(from, to - SWEEP.back);
		const query = (streams: readonly string[], since: number) =>
			streams.length === 0 ? [] : [{ region, group, streams, startTime: since, endTime: to, newestFirst: true }];
		const queries = portions.flatMap((streams): readonly LogEventsQuery[] => {
			if (isDeep) return query(streams, deepFrom);
			const { silent = [], speaking = [] } = Object.groupBy(streams, (stream) =>
				marks.of(stream) < startTime ? 'silent' : 'speaking',
			);
			const mark = Math.min(...silent.map(marks.of));
			return [...query(silent, Math.max(deepFrom, mark)), ...query(speaking, startTime)];
		});
		return createLogPass(aws, queries, SWEEP_PAGES);
	}

	return {
		async step(swept, signal) {
			if (!pass && time.now() - sweptAt < SWEEP.every) return false;
			pass ??= start(swept);
			const { events } = await pass.step(signal);
			marks.advance(events, { from: Number.NEGATIVE_INFINITY, to: swept.to });
			if (pass.isDone) pass = undefined;
			onEvents(events);
			return true;
		},
		giveUp() {
			pass = undefined;
		},
	};
}
