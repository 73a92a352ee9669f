import { expect, onTestFinished, vi } from 'vitest';
import { type Process, running } from './processes.ts';
import { LAUNCHER, openTerminal, type TerminalSession } from './terminal.ts';

type Options = Parameters<typeof openTerminal>[1];

/** A console in a terminal of its own, which goes with the test; a test that fails shows what was on the screen. */
export function openConsole(args: readonly string[], options?: Options): TerminalSession {
	const terminal = openTerminal(args, options);
	onTestFinished(({ task }) => {
		if (task.result?.state === 'fail') process.stderr.write(`${terminal.rows().join('\n').trimEnd()}\n`);
		terminal.process.kill('SIGKILL');
	});
	return terminal;
}

/** The same for a script of `sh`, in which `"$@"` is the launcher with `args`. */
export function openShell(script: string, args: readonly string[], options?: Options): TerminalSession {
	return openConsole(['-c', script, 'sh', process.execPath, LAUNCHER, ...args], { ...options, command: '/bin/sh' });
}

/** The window is gone, as when its close button was pressed: the system hangs up on what runs in it. */
export function closeWindow({ process: pty }: TerminalSession): void {
	// node-pty has it, its types have not.
	if ('destroy' in pty && typeof pty.destroy === 'function') pty.destroy();
	else throw new Error('node-pty has no destroy any more.');
}

/** Resolves when none of the processes runs any more. */
export async function untilGone(...gone: readonly Process[]): Promise<void> {
	await vi.waitFor(() => expect(running(gone.map(({ pid }) => pid))).toEqual([]), { timeout: 20_000 });
}
