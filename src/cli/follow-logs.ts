import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import { compareLines, type LogLine, type LogSource } from '../model/log-line.ts';
import { createLogTail } from '../store/create-log-tail.ts';
import { systemTime } from '../store/time.ts';
import { complainOnce } from './complain-once.ts';
import type { MissingPart } from './gather.ts';
import type { Io } from './io.ts';
import { printOnce } from './print-once.ts';
import { readLogs } from './read-logs.ts';

/** How often the service is asked for new tasks, whose streams are then followed too, ms. */
const LOOK_FOR_TASKS_EVERY_MS = 5_000;

export type FollowOptions = {
	/** What to begin with; may be none yet. */
	readonly sources: readonly LogSource[];
	/** Looks for what there is by now. */
	readonly findSources: () => Promise<readonly LogSource[]>;
	/** How far back to begin, ms. */
	readonly since: number;
	readonly print: (lines: readonly LogLine[]) => void;
	readonly io: Io;
};

/** Lines this late (ms) are looked for again where the tail takes over from the reading of the past. */
const LATE_MS = 30_000;

/** A past whose reading took longer than this (ms) has grown so much that the rest is read in the same way. */
const SOON_MS = 60_000;

/**
 * Prints the past in time order, then lines as they come, those of tasks that start meanwhile too, until the signal.
 * What fails on the way is said once and tried again: a tail that ends by itself in the night is worse than one with a
 * gap.
 */
export async function followLogs(
	aws: Pick<Aws, 'logEvents'>,
	{ sources, findSources, since, print, io }: FollowOptions,
): Promise<void> {
	const complain = complainOnce(io);
	const once = printOnce({ print, span: LATE_MS, now: io.now });
	const start = io.now() - since;
	await printPast();
	const tail = createLogTail({
		aws,
		time: { ...systemTime, now: io.now },
		history: { ms: io.now() - Math.max(start, once.reached() - LATE_MS), lines: Number.POSITIVE_INFINITY },
		onLines: (lines) => print(lines.filter(once.isNew).toSorted(compareLines)),
	});
	tail.subscribe(({ failures }) => {
		for (const failure of Object.values(failures)) complain(failure.group, failure);
	});
	try {
		tail.follow(sources);
		while (!io.signal.aborted) {
			await passed(LOOK_FOR_TASKS_EVERY_MS, io.signal);
			if (io.signal.aborted) break;
			try {
				const present = await findSources();
				// A service that has come down to no task at all still has its last lines to tell.
				if (present.length > 0) tail.follow(present);
			} catch (error) {
				if (!(error instanceof AwsCallError)) throw error;
				if (!io.signal.aborted) complain('new tasks', error.failure);
			}
		}
	} finally {
		tail.stop();
	}

	/** No group goes on without another: the tail begins where all were read to. */
	function stopAt({ error }: MissingPart): never {
		throw error;
	}

	/** The tail holds too little for a long past. What cannot be read of it now, the tail tries again. */
	async function printPast(): Promise<void> {
		try {
			for (let from = start, to = io.now(); ; from = to - LATE_MS, to = io.now()) {
				for await (const lines of readLogs(aws, sources, { from, to }, io.signal, stopAt)) once.print(lines);
				if (io.signal.aborted || io.now() - to < SOON_MS) return;
			}
		} catch (error) {
			if (!(error instanceof AwsCallError)) throw error;
			if (!io.signal.aborted) complain('older lines', error.failure);
		}
	}
}

/** Resolves after `ms`, or at once when the signal comes. */
function passed(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = (): void => {
			clearTimeout(timer);
			signal.removeEventListener('abort', done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		signal.addEventListener('abort', done);
	});
}
