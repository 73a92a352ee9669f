/**
 * What a container's exit code says to somebody half awake. 125 to 127 are Docker's own (docker run, exit status);
 * above 128 it is 128 plus the signal.
 */
const MEANINGS: Readonly<Record<number, string>> = {
	0: 'finished normally',
	125: 'the container runtime could not run it',
	126: 'its command is not executable',
	127: 'its command, or a library it needs, was not found',
	134: 'aborted by SIGABRT',
	137: 'killed by SIGKILL',
	139: 'crashed with SIGSEGV',
	143: 'stopped by SIGTERM',
	255: 'application error, or the image does not run on this CPU',
};

/** `exit 1, application error`. A code without a meaning of its own is the application's. */
export function exitCodeWords(exitCode: number): string {
	return `exit ${exitCode}, ${MEANINGS[exitCode] ?? 'application error'}`;
}

/** Codes that containers end with when nothing is wrong: of their own accord, or asked to by SIGTERM. */
export function isGoodExit(exitCode: number): boolean {
	return exitCode === 0 || exitCode === 143;
}

/** Codes that a container is left with when the task goes down around it: it is the victim, not the cause. */
export function isVictimCode(exitCode: number): boolean {
	return isGoodExit(exitCode) || exitCode === 137;
}
