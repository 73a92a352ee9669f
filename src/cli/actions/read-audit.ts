import { readFile } from 'node:fs/promises';
import type { AuditEntry } from '../../actions/audit.ts';
import { safeText } from '../../model/safe-text.ts';
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
		const entry = JSON.parse(line, clean) as Partial<AuditEntry> | null;
		if (typeof entry?.id !== 'string' || typeof entry.event !== 'string') return undefined;
		if (entry.event === 'planned' && !Array.isArray(entry.differences)) return undefined;
		return entry as AuditEntry;
	} catch {
		return undefined;
	}
}

/** Anybody may have written into the file, and what is in it goes to the terminal. Some texts have several lines. */
function clean(_name: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	return value
		.split('\n')
		.map((line) => safeText(line))
		.join('\n');
}
