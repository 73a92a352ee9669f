import type { LogLine } from '../../model/log-line.ts';

/** How the log is being read. Places are lines, not numbers: they stay while lines come in and fall out. */
export type LogsState = {
	/** The lowest line in view; undefined follows the newest. */
	readonly bottom: LogLine | undefined;
	/** The match that `n` and `N` go on from. */
	readonly match: LogLine | undefined;
	/** Lines that do not match stay in view, around those that do. */
	readonly around: boolean;
	readonly wrap: boolean;
	/** JSON lines as they were written. */
	readonly raw: boolean;
	/** Only the lines of the task selected among the tasks. */
	readonly oneTask: boolean;
	/** What happened to the service stands between its lines. */
	readonly marks: boolean;
};

export const INITIAL_LOGS: LogsState = {
	bottom: undefined,
	match: undefined,
	around: false,
	wrap: false,
	raw: false,
	oneTask: false,
	marks: true,
};
