import { changesOf } from '../../actions/changes-of.ts';
import { lastSegment } from '../../model/arn.ts';
import { matchesName } from '../../model/name-pattern.ts';
import type { PastChange } from '../../model/past-change.ts';
import { auditPath } from '../actions/audit-file.ts';
import { readAudit } from '../actions/read-audit.ts';
import type { Command, CommandContext } from '../command.ts';
import { parseDuration } from '../duration.ts';
import { EXIT } from '../exit-status.ts';
import { say } from '../io.ts';
import { printList } from '../print-list.ts';
import type { PrintColumn } from '../print-table.ts';
import { parseServiceName } from '../service-name.ts';

type Arguments = { readonly service?: string; readonly since?: string };

const COLUMNS: readonly PrintColumn<PastChange>[] = [
	{ title: 'TIME', text: ({ time }) => time },
	{ title: 'VERB', text: ({ verb }) => verb },
	{ title: 'SERVICE', text: ({ serviceName }) => serviceName },
	{ title: 'CLUSTER', text: ({ clusterName }) => clusterName },
	{ title: 'REGION', text: ({ region }) => region },
	{ title: 'ACCOUNT', text: ({ account }) => account },
	{ title: 'WHO', text: ({ identity }) => (identity === undefined ? '-' : lastSegment(identity)) },
	{ title: 'END', text: ({ state, ended }) => (ended ? state : `${state}: no end recorded`) },
	{
		title: 'CHANGES',
		text: ({ differences }) => differences.map(({ what, before, after }) => `${what} ${before} → ${after}`).join(', '),
	},
];

export const audit: Command<Arguments> = {
	command: 'audit [service]',
	describe: 'List what deckwatch has changed from this machine, newest last',
	builder: (yargs) =>
		yargs
			.positional('service', { type: 'string', describe: 'Service by name or ARN' })
			.option('since', { type: 'string', nargs: 1, describe: 'How far back: 30m, 12h or 7d' }),
	async run(context) {
		const { args, io } = context;
		const wanted = filterOf(context);
		const path = auditPath(io.env);
		const { entries, unreadable } = await readAudit(path);
		if (unreadable.length > 0) {
			const lines = `line${unreadable.length > 1 ? 's' : ''} ${unreadable.join(', ')}`;
			say(io, `deckwatch: ${path}: ${lines} cannot be read: cut off by a crash or a full disk, or edited.`);
		}
		const rows = changesOf(entries).filter(wanted);
		if (rows.length > 0 || args.json) return printList(context, { name: 'changes', rows, columns: COLUMNS });
		say(io, `deckwatch: ${path} has no ${entries.length === 0 ? 'changes' : 'such change'}.`);
		return EXIT.done;
	},
};

/** @throws {UsageError} when an option does not hold */
function filterOf({ args, io }: CommandContext<Arguments>): (change: PastChange) => boolean {
	const { cluster, region } = args;
	const named = args.service === undefined ? undefined : parseServiceName(args.service);
	const from = args.since === undefined ? undefined : io.now() - parseDuration(args.since);
	return ({ time, serviceName, clusterArn, clusterName, ...where }) =>
		(from === undefined || Date.parse(time) >= from) &&
		(named === undefined || named.serviceName === serviceName) &&
		(named?.clusterName === undefined || named.clusterName === clusterName) &&
		(named?.region === undefined || named.region === where.region) &&
		(cluster === undefined || cluster.some((name) => name === clusterArn || matchesName(name, clusterName))) &&
		(region === undefined || region.includes(where.region));
}
