import { setTimeout as sleep } from 'node:timers/promises';
import yargs, { type Argv } from 'yargs';
import packageJson from '../../package.json' with { type: 'json' };
import { checkValues } from './check-values.ts';
import type { Command } from './command.ts';
import { audit } from './commands/audit.ts';
import { clusters } from './commands/clusters.ts';
import { completion } from './commands/completion.ts';
import { configCheck } from './commands/config-check.ts';
import { console } from './commands/console.ts';
import { continueDeployment } from './commands/continue-deployment.ts';
import { deploy } from './commands/deploy.ts';
import { deployments } from './commands/deployments.ts';
import { drydock } from './commands/drydock.ts';
import { enableExec } from './commands/enable-exec.ts';
import { events } from './commands/events.ts';
import { explain } from './commands/explain.ts';
import { health } from './commands/health.ts';
import { keys } from './commands/keys.ts';
import { logs } from './commands/logs.ts';
import { rollback } from './commands/rollback.ts';
import { runTask } from './commands/run-task.ts';
import { scale } from './commands/scale.ts';
import { services } from './commands/services.ts';
import { stopTask } from './commands/stop-task.ts';
import { target } from './commands/target.ts';
import { tasks } from './commands/tasks.ts';
import { why } from './commands/why.ts';
import { complaint } from './complaint.ts';
import { EXIT, type ExitStatus, NOBODY_READS } from './exit-status.ts';
import type { Io } from './io.ts';
import { type CommonArguments, withCommonOptions } from './options.ts';
import { reportFailure } from './report-failure.ts';
import { runCommand } from './run-command.ts';
import { UsageError } from './usage-error.ts';

const COMMANDS = [
	console,
	clusters,
	services,
	tasks,
	why,
	health,
	events,
	deployments,
	logs,
	scale,
	target,
	deploy,
	rollback,
	continueDeployment,
	stopTask,
	runTask,
	enableExec,
	explain,
	audit,
	drydock,
	keys,
	configCheck,
	completion,
] as readonly Command[];

/**
 * Runs one command line to its end and answers the exit status. Whatever goes wrong is said on stderr in
 * words; nothing is thrown.
 */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<ExitStatus> {
	let status: ExitStatus = EXIT.done;
	const { own, rest } = splitOff(argv);
	const parser = COMMANDS.reduce(
		(parser: Argv, command) =>
			parser.command(command.command, command.describe, command.builder ?? ((parser) => parser), async (args) => {
				if (rest && !command.takesCommand) throw new UsageError('There is nothing to run behind "--" here.');
				status = await runCommand(command, { ...(args as CommonArguments), ...(rest ? { '--': rest } : {}) }, io);
			}),
		withCommonOptions(yargs())
			.scriptName('deckwatch')
			.usage('$0 [command] [options]\n\nThe on-call console for Amazon ECS. Without a command it opens the console.')
			.version(packageJson.version)
			.alias('help', 'h')
			.strict()
			.demandCommand(0, 0)
			.detectLocale(false)
			.exitProcess(false)
			.wrap(Math.min(110, io.stdout.columns ?? 100))
			.check(checkValues)
			.fail((message, error) => {
				// The parser's own complaints come as errors of this name.
				if (error && error.name !== 'YError') throw error;
				throw new UsageError(
					complaint(message || error.message, own, { commands: COMMANDS.map(({ command }) => command) }),
				);
			}),
	);
	try {
		await parser.parseAsync([...own], {}, (_error, _args, output) => {
			if (output !== '') io.stdout.write(`${output}\n`);
		});
		return status;
	} catch (error) {
		return reportFailure(error, io);
	}
}

/** Ours, and what stands behind `--`, which is somebody else's: the parser would make numbers and options of it. */
function splitOff(argv: readonly string[]): { readonly own: readonly string[]; readonly rest?: readonly string[] } {
	const end = argv.indexOf('--');
	// To a shell that asks what can come next, `--` is the beginning of an option.
	if (end === -1 || argv.includes('--get-yargs-completions')) return { own: argv };
	return { own: argv.slice(0, end), rest: argv.slice(end + 1) };
}

function processIo(): Io {
	const abort = new AbortController();
	process.once('SIGINT', () => abort.abort());
	// A reader that went away (`deckwatch logs … | head`) has had enough: that ends what still runs, and is no failure.
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
			abort.abort(NOBODY_READS);
		});
	}
	return {
		stdin: process.stdin,
		stdout: process.stdout,
		stderr: process.stderr,
		env: process.env,
		signal: abort.signal,
		hearTerm: () => void process.once('SIGTERM', () => abort.abort()),
		now: () => Date.now(),
		wait: (ms) => sleep(ms, undefined, { signal: abort.signal }).catch(() => undefined),
	};
}
