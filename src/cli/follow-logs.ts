import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import { compareLines, type LogLine, type LogSource } from '../model/log-line.ts';
import { createLogTail } from '../store/create-log-tail.ts';
import { systemTime } from '../store/time.ts';
import { complainOnce } from './complain-once.ts';
import type { Io } from './io.ts';

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

/**
 * Prints lines as they come, those of tasks that start meanwhile too, until the signal. What fails on the way is said
 * once and tried again: a tail that ends by itself in the night is worse than one with a gap.
 */
export async function followLogs(
	aws: Pick<Aws, 'logEvents'>,
	{ sources, findSources, since, print, io }: FollowOptions,
): Promise<void> {
	const complain = complainOnce(io);
	const tail = createLogTail({
		aws,
		time: { ...systemTime, now: io.now },
		history: { ms: since, lines: Number.POSITIVE_INFINITY },
		onLines: (lines) => print(lines.toSorted(compareLines)),
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
