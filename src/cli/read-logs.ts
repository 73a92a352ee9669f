import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import { batches } from '../aws/batches.ts';
import { STREAMS_PER_CALL } from '../aws/logs.ts';
import { compareLines, groupKey, type LogLine, type LogSource, sourceKey } from '../model/log-line.ts';
import type { MissingPart } from './gather.ts';
import { mergeBatches } from './merge-batches.ts';
import { isStreamMissing } from '../store/is-stream-missing.ts';
import { lineOf } from '../store/log-line-of.ts';
import { readLogPages } from '../store/read-log-pages.ts';

type Range = { readonly from: number; readonly to: number };
/** In time order, those of one millisecond all in one batch. */
type Batches = AsyncGenerator<readonly LogLine[]>;

/**
 * Every line of the streams in a range of time (epoch ms), in time order, as they come: of each group a page is held
 * and no more. A line that CloudWatch takes in while it is read may be missed.
 * @param onMissing hears of groups that could not be read to the end; the others go on
 * @throws {AwsCallError} when the signal comes
 */
export function readLogs(
	aws: Pick<Aws, 'logEvents'>,
	sources: readonly LogSource[],
	range: Range,
	signal: AbortSignal,
	onMissing: (missing: MissingPart) => void,
): Batches {
	return mergeBatches(portions(sources).map((portion) => readOrMiss(aws, portion, range, signal, onMissing)));
}

async function* readOrMiss(
	aws: Pick<Aws, 'logEvents'>,
	portion: readonly LogSource[],
	range: Range,
	signal: AbortSignal,
	onMissing: (missing: MissingPart) => void,
): Batches {
	try {
		yield* readPortion(aws, portion, range, signal);
	} catch (error) {
		if (!(error instanceof AwsCallError) || signal.aborted) throw error;
		onMissing({ part: portion[0]?.group ?? '', error });
	}
}

/** Streams of one group. The halves each by itself where one of them is not there, for that is all that AWS says. */
async function* readPortion(
	aws: Pick<Aws, 'logEvents'>,
	portion: readonly LogSource[],
	range: Range,
	signal: AbortSignal,
): Batches {
	let { from } = range;
	try {
		for await (const lines of readStreams(aws, portion, range, signal)) {
			yield lines;
			from = (lines.at(-1)?.timestamp ?? from) + 1;
		}
	} catch (error) {
		if (!isStreamMissing(error)) throw error;
		if (portion.length === 1) return;
		const half = Math.ceil(portion.length / 2);
		const halves = [portion.slice(0, half), portion.slice(half)];
		yield* mergeBatches(halves.map((streams) => readPortion(aws, streams, { ...range, from }, signal)));
	}
}

/** A page may end within a millisecond: its last one waits for the next page. */
async function* readStreams(
	aws: Pick<Aws, 'logEvents'>,
	portion: readonly LogSource[],
	{ from, to }: Range,
	signal: AbortSignal,
): Batches {
	const bySource = new Map(portion.map((source) => [sourceKey(source), source]));
	const [{ region, group } = { region: '', group: '' }] = portion;
	const streams = portion.map(({ stream }) => stream);
	let held: readonly LogLine[] = [];
	for await (const { events } of readLogPages(aws, { region, group, streams, startTime: from, endTime: to }, signal)) {
		const lines = events.flatMap((event) => {
			const source = bySource.get(sourceKey({ region, group, stream: event.stream }));
			return source ? [lineOf(event, source)] : [];
		});
		const sorted = [...held, ...lines].toSorted(compareLines);
		const last = sorted.at(-1)?.timestamp;
		const complete = sorted.filter(({ timestamp }) => timestamp !== last);
		held = sorted.slice(complete.length);
		if (complete.length > 0) yield complete;
	}
	if (held.length > 0) yield held;
}

/** Streams of one group, as many as one call takes. */
function portions(sources: readonly LogSource[]): readonly (readonly LogSource[])[] {
	return [...Map.groupBy(sources, groupKey).values()].flatMap((group) => batches(group, STREAMS_PER_CALL));
}
