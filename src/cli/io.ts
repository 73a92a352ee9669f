import type { Readable, Writable } from 'node:stream';
import { safeText } from '../model/safe-text.ts';

/** Where a command reads and writes, so that tests can hold both ends. */
export type Io = {
	/** Where answers to questions come from; without it nobody is asked. */
	readonly stdin?: Readable & { readonly isTTY?: boolean };
	readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number };
	readonly stderr: Writable & { readonly isTTY?: boolean };
	readonly env: Readonly<Record<string, string | undefined>>;
	/** Aborted by Ctrl-C: a following command ends as if it had been asked to. */
	readonly signal: AbortSignal;
	/** From now on SIGTERM aborts it, too: for what must not end without a last word. */
	hearTerm?(): void;
	now(): number;
	/** Resolves after `ms`, or as soon as the signal aborts. */
	wait(ms: number): Promise<void>;
};

/** A line on stderr, or several: progress and remarks, never data. What they quote is from anywhere, so they are cleaned. */
export function say(io: Io, message: string): void {
	io.stderr.write(
		`${message
			.split('\n')
			.map((line) => safeText(line))
			.join('\n')}\n`,
	);
}
