import { readFile } from 'node:fs/promises';
import type { AuditEntry } from '../../actions/audit.ts';
import { auditPath } from '../actions/audit-file.ts';
import type { Command } from '../command.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { UsageError } from '../usage-error.ts';

/** An action as the log has it: what was planned, and how it ended. */
type Row = { readonly planned: AuditEntry; readonly ended: string; readonly changes: string };

const COLUMNS: readonly PrintColumn<Row>[] = [
	{ title: 'TIME', text: ({ planned }) => planned.time },
	{ title: 'VERB', text: ({ planned }) => planned.verb },
	{ title: 'SERVICE', text: ({ planned }) => planned.serviceName },
	{ title: 'CLUSTER', text: ({ planned }) => planned.clusterName },
	{ title: 'REGION', text: ({ planned }) => planned.region },
	{ title: 'WHO', text: ({ planned }) => planned.identity?.replace(/^.*\//u, '') ?? '-' },
	{ title: 'END', text: ({ ended }) => ended },
	{ title: 'CHANGES', text: ({ changes }) => changes },
];

export const audit: Command = {
	command: 'audit',
	describe: 'List what deckwatch has changed from this machine, newest first',
	async run(context) {
		const { args, io } = context;
		const entries = await readEntries(auditPath(io.env));
		if (args.json) return printList(context, { name: 'entries', rows: entries, columns: [] });
		return printList(context, { name: 'changes', rows: rowsOf(entries).toReversed(), columns: COLUMNS });
	},
};

/** @throws {UsageError} naming the line that is no entry */
async function readEntries(path: string): Promise<readonly AuditEntry[]> {
	const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return '';
		throw new UsageError(`The audit log cannot be read: ${error.message}.`);
	});
	return text.split('\n').flatMap((line, index): readonly AuditEntry[] => {
		if (line === '') return [];
		try {
			return [JSON.parse(line) as AuditEntry];
		} catch {
			throw new UsageError(`${path}: line ${index + 1} is not JSON. Was it edited, or cut off by a full disk?`);
		}
	});
}

function rowsOf(entries: readonly AuditEntry[]): readonly Row[] {
	const byId = Map.groupBy(entries, ({ id }) => id);
	return [...byId.values()].flatMap((all): readonly Row[] => {
		const planned = all.find(({ event }) => event === 'planned');
		if (!planned || planned.event !== 'planned') return [];
		const end = all.findLast(({ event }) => event === 'ended');
		// A log that breaks off says so: deckwatch was ended before the action was.
		const ended = end?.event === 'ended' ? end.outcome.state : 'not recorded';
		const changes = planned.differences.map(({ what, before, after }) => `${what} ${before} → ${after}`).join(', ');
		return [{ planned, ended, changes }];
	});
}
