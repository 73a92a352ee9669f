/** What the exit status of every command means; scripts rely on it. */
export const EXIT = {
	done: 0,
	failed: 1,
	usage: 2,
	aws: 3,
	/** What was asked for did not come about: a deployment failed or was rolled back. */
	operationFailed: 4,
	timedOut: 5,
	/** Something as severe as `--fail-on` names was found. */
	findings: 6,
	readOnly: 7,
	/** Ctrl-C before the whole answer was there, as shells have it: 128 and the signal's number. */
	interrupted: 130,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** Why a run was told to end when the reader of its output went away, as `head` does: it has had enough. */
export const NOBODY_READS = 'nobody reads any more';

/** The status of a run that was told to end before it was done. */
export function statusOfEnd({ reason }: AbortSignal): ExitStatus {
	return reason === NOBODY_READS ? EXIT.done : EXIT.interrupted;
}
