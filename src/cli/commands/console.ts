import { changesOf } from '../../actions/changes-of.ts';
import type { PastChange } from '../../model/past-change.ts';
import type { Connection, ConsoleOptions, Live } from '../../app/console-options.ts';
import { readAudit } from '../actions/read-audit.ts';
import { auditFile, auditPath } from '../actions/audit-file.ts';
import type { Command, CommandContext } from '../command.ts';
import { contextsOf } from '../config/contexts-of.ts';
import { EXIT } from '../exit-status.ts';
import { say } from '../io.ts';
import { keepHeapSmall } from '../keep-heap-small.ts';
import type { CommonArguments } from '../options.ts';
import { regionsAsked } from '../target.ts';
import { terminalTheme } from '../terminal-theme.ts';
import { UsageError } from '../usage-error.ts';
import { withNamedClusters } from '../with-named-clusters.ts';

/** What the bare `deckwatch` does: the console on the screen. */
export const console: Command = {
	command: '$0',
	describe: 'Open the console',
	changes: true,
	async run(context) {
		const { io } = context;
		if (io.env['TERM'] === 'dumb') {
			throw new UsageError(
				'The console draws a full screen, which this terminal cannot (TERM=dumb). There are commands: `deckwatch services`,\n' +
					'`deckwatch tasks <service>`, `deckwatch logs <service> --follow`; `deckwatch --help` lists them.',
			);
		}
		if (!io.stdout.isTTY || !process.stdin.isTTY) {
			throw new UsageError(
				'The console needs a terminal, and this is not one. For scripts there are commands: `deckwatch services --json`,\n' +
					'`deckwatch tasks <service> --json`, `deckwatch logs <service> --follow`; `deckwatch --help` lists them.',
			);
		}
		const { runConsole } = await import('../../app/run-console.tsx');
		const left = await runConsole(await consoleOptions(context));
		for (const sentence of left) say(io, `deckwatch: ${sentence}`);
		return EXIT.done;
	},
};

async function consoleOptions({ args, config, io, open }: CommandContext<object>): Promise<ConsoleOptions> {
	const demo = args.demo !== undefined;
	const refresh = args.refresh ?? config.refresh;
	if (refresh !== undefined && (refresh < 1 || refresh > 60)) throw new UsageError('--refresh takes 1 to 60 seconds.');
	const clusters = args.cluster ?? (demo ? [] : (config.clusters ?? []));
	/** Ages, and what is asked for of logs and metrics, go by AWS's clock: this machine's may be wrong by hours. */
	let now = io.now;
	const profile = demo
		? undefined
		: (args.profile ?? config.profile ?? (io.env['AWS_PROFILE'] || io.env['AWS_DEFAULT_PROFILE'] || undefined));
	return {
		connection: {
			...(profile === undefined ? {} : { profile }),
			...(args.context === undefined ? {} : { context: args.context }),
			regions: await regionsAsked(args, config, io),
		},
		connect: orWhyNot(async (connection) => {
			keepHeapSmall();
			const [{ createStore }, { createLogTail }, { profileNames }, { systemTime }, target] = await Promise.all([
				import('../../store/create-store.ts'),
				import('../../store/create-log-tail.ts'),
				import('../../aws/profiles.ts'),
				import('../../store/time.ts'),
				open(chosen(connection)),
			]);
			now = () => io.now() + target.aws.clockAhead();
			const time = { ...systemTime, now };
			return {
				store: createStore({
					aws: withNamedClusters(target.aws, connection.clusters ?? clusters),
					time,
					...(refresh === undefined ? {} : { refreshMs: refresh * 1000 }),
				}),
				regions: target.regions,
				profiles: await profileNames(),
				earlierChanges: await earlierChanges(io),
				acting: { aws: target.aws, audit: auditFile(auditPath(io.env)), time },
				createLogTail: () => createLogTail({ aws: target.aws, time }),
				close: target.close,
			};
		}),
		clusters,
		contexts: contextsOf(config),
		...(demo ? { place: 'demo' } : {}),
		readOnly: args.readOnly ?? config.readOnly ?? false,
		utc: config.utc ?? false,
		theme: terminalTheme(config, io.env),
		keys: config.keys ?? {},
		now: () => now(),
		env: io.env,
		stdin: process.stdin,
		stdout: process.stdout,
	};
}

/** A log that cannot be read is told of by `deckwatch audit`; the console does without. */
async function earlierChanges({ env }: CommandContext<object>['io']): Promise<readonly PastChange[]> {
	const { entries } = await readAudit(auditPath(env)).catch(() => ({ entries: [] }));
	return changesOf(entries);
}

/** What the person can mend is said on the screen; anything else ends the console, as it would end a command. */
function orWhyNot(connect: (connection: Connection) => Promise<Live>): ConsoleOptions['connect'] {
	return async (connection) => {
		try {
			return await connect(connection);
		} catch (error) {
			if (error instanceof UsageError) return { failure: error.message };
			throw error;
		}
	};
}

/** What was chosen in the console, as options; no regions yet means that they are to be found out. */
function chosen({ profile, regions, context }: Connection): Pick<CommonArguments, 'profile' | 'region' | 'context'> {
	return {
		...(profile === undefined ? {} : { profile }),
		...(regions.length === 0 ? {} : { region: regions }),
		...(context === undefined ? {} : { context }),
	};
}
