import type { LogTail } from '../../store/log-tail.ts';

/** Pages of older lines that are fetched for one look back, at most: a guard against a log of millions. */
const MOST_PAGES = 20;

/** Fetches older lines until those of `at`, epoch ms, are held, or there are no more. */
export async function readBack(logTail: LogTail, at: number): Promise<void> {
	for (let page = 0; page < MOST_PAGES; page += 1) {
		const { lines, atBeginning } = logTail.getState();
		const oldest = lines.at(0);
		if (atBeginning || (oldest && oldest.timestamp <= at)) return;
		// oxlint-disable-next-line no-await-in-loop -- a page is older than the one before it.
		await logTail.loadOlder();
		if (logTail.getState().lines.at(0) === oldest) return;
	}
}
