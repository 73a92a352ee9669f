import { setTimeout } from 'node:timers/promises';
import type { SuspendTerminal } from 'ink';

/** The stop has taken effect by then, or there was none, ms. */
const STOPPED_BY_NOW = 50;

/**
 * Gives the terminal back to the shell and stops the whole job, as the terminal does with programs that leave
 * Ctrl-Z to it; `fg` brings the console back. Where no shell could bring it back, the system does not stop it
 * (POSIX, orphaned process groups): then the console goes on at once instead of waiting for a SIGCONT.
 */
export async function suspend(suspendTerminal: SuspendTerminal): Promise<void> {
	await suspendTerminal(async () => {
		// Process 0 is the caller's process group: with `npm run`, npm has to stop, too.
		process.kill(0, 'SIGTSTP');
		await setTimeout(STOPPED_BY_NOW);
	});
}
