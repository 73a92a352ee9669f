import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { AuditLog } from '../../actions/audit.ts';
import { UsageError } from '../usage-error.ts';

/** Only its owner reads it: it says what was changed, and by whom. */
const PRIVATE = 0o600;

/** `$XDG_STATE_HOME/deckwatch/audit.jsonl`, by default under `~/.local/state`. */
export function auditPath(env: Readonly<Record<string, string | undefined>>): string {
	return join(env['XDG_STATE_HOME'] || join(homedir(), '.local', 'state'), 'deckwatch', 'audit.jsonl');
}

/**
 * Appends a line for each entry, and waits until it is on the disk. What cannot be written is a `UsageError`. Each line is
 * one write at the end of the file (POSIX write, O_APPEND): several deckwatches do not write into each other's lines.
 */
export function auditFile(path: string): AuditLog {
	return {
		async append(entry) {
			try {
				await mkdir(dirname(path), { recursive: true });
				const file = await open(path, 'a+', PRIVATE);
				try {
					const line = Buffer.from(`${(await isCutOff(file)) ? '\n' : ''}${JSON.stringify(entry)}\n`);
					const { bytesWritten } = await file.write(line);
					if (bytesWritten < line.length) throw new Error(`only ${bytesWritten} of ${line.length} bytes were taken`);
					await file.datasync();
				} finally {
					await file.close();
				}
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				throw new UsageError(
					`The audit log cannot be written, and no change is made without it: ${why}.\n  XDG_STATE_HOME can name another folder.`,
				);
			}
		},
	};
}

/** Whether the last line has no end: a crash or a full disk has cut it off, and the next one must not be lost with it. */
async function isCutOff(file: FileHandle): Promise<boolean> {
	const { size } = await file.stat();
	if (size === 0) return false;
	const { buffer } = await file.read({ buffer: Buffer.alloc(1), position: size - 1 });
	return buffer.toString() !== '\n';
}
