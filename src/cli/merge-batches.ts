import { compareLines, type LogLine } from '../model/log-line.ts';

/** Lines that come in time order, those of one millisecond all in one batch. */
type Batches = AsyncGenerator<readonly LogLine[]>;

/** What has come of a source and waits for the others. */
type Head = { readonly batches: Batches; readonly held: readonly LogLine[]; readonly isDone: boolean };

/** Several orders of lines as one. Only what is behind is read on, so that each source has one batch in memory. */
export async function* mergeBatches(sources: readonly Batches[]): Batches {
	let heads: readonly Head[] = sources.map((batches) => ({ batches, held: [], isDone: false }));
	while (heads.length > 0) {
		heads = (await Promise.all(heads.map(readOn))).filter(({ held, isDone }) => held.length > 0 || !isDone);
		const reached = Math.min(...heads.map(({ held }) => held.at(-1)?.timestamp ?? Number.POSITIVE_INFINITY));
		const ready = heads.flatMap(({ held }) => held.filter(({ timestamp }) => timestamp <= reached));
		if (ready.length > 0) yield ready.toSorted(compareLines);
		heads = heads.map((head) => ({ ...head, held: head.held.filter(({ timestamp }) => timestamp > reached) }));
	}
}

/** The next batch where the last one is used up. */
async function readOn(head: Head): Promise<Head> {
	if (head.isDone || head.held.length > 0) return head;
	const { done, value } = await head.batches.next();
	return done ? { ...head, isDone: true } : { ...head, held: value };
}
