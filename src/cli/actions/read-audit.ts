import { readFile } from 'node:fs/promises';
import type { AuditEntry } from '../../actions/audit.ts';
import { UsageError } from '../usage-error.ts';

/** What an audit log says, and the numbers of the lines that say nothing: cut off by a crash or a full disk, or edited. */
export type AuditRead = { readonly entries: readonly AuditEntry[]; readonly unreadable: readonly number[] };

/**
 * Reads the whole log; one that is not there yet is empty.
 * @throws {UsageError} when it cannot be read
 */
export async function readAudit(path: string): Promise<AuditRead> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return '';
		throw new UsageError(`The audit log cannot be read: ${error.message}.`);
	});
	const read = text.split('\n').map((line, index) => ({ number: index + 1, line, entry: entryOf(line) }));
	return {
		entries: read.flatMap(({ entry }) => entry ?? []),
		unreadable: read.filter(({ line, entry }) => line !== '' && entry === undefined).map(({ number }) => number),
	};
}

function entryOf(line: string): AuditEntry | undefined {
	try {
		const entry = JSON.parse(line) as Partial<AuditEntry> | null;
		return typeof entry?.id === 'string' && typeof entry.event === 'string' ? (entry as AuditEntry) : undefined;
	} catch {
		return undefined;
	}
}
