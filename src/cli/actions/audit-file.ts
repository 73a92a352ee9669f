import { mkdir, open } from 'node:fs/promises';
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

/** Appends a line for each entry, and waits until it is on the disk. What cannot be written is a `UsageError`. */
export function auditFile(path: string): AuditLog {
	return {
		async append(entry) {
			try {
				await mkdir(dirname(path), { recursive: true });
				const file = await open(path, 'a', PRIVATE);
				try {
					await file.appendFile(`${JSON.stringify(entry)}\n`);
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
