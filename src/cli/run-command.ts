import type { Command, CommandContext } from './command.ts';
import { configPath } from './config/config-path.ts';
import { loadConfig } from './config/load-config.ts';
import { demoOfRun } from './demo.ts';
import { type ExitStatus, statusOfEnd } from './exit-status.ts';
import { type Io, say } from './io.ts';
import { openLogFile } from './log-file.ts';
import type { CommonArguments } from './options.ts';
import { inContext } from './in-context.ts';
import { reportFailure } from './report-failure.ts';
import { openTarget, type Target } from './target.ts';

/**
 * Reads the config, runs the command, and closes what it opened, however it ends. What goes wrong is said on stderr
 * and written to the log file; nothing is thrown.
 */
export async function runCommand(command: Command, args: CommonArguments, io: Io): Promise<ExitStatus> {
	try {
		if (args.logFile !== undefined) openLogFile(args.logFile);
		return await run(command, args, io);
	} catch (error) {
		return io.signal.aborted ? statusOfEnd(io.signal) : reportFailure(error, io, args.logFile);
	}
}

async function run(command: Command, given: CommonArguments, io: Io): Promise<ExitStatus> {
	const file = given.config ?? configPath(io.env);
	const config = await loadConfig(file, {
		mustExist: given.config !== undefined,
		bindings: async () => {
			const { allBindings, heardTogether } = await import('../app/all-bindings.ts');
			return heardTogether(allBindings());
		},
	});
	const args = inContext(given, config, file);
	const { context, ...elsewhere } = args;
	const demo = demoOfRun(args.demo);
	let target: Promise<Target> | undefined;
	let opened: Target | undefined;
	const open: CommandContext<object>['open'] = async (other) =>
		openTarget({ ...elsewhere, ...other }, config, io, {
			demo: await demo.started(),
			changes: command.changes ?? false,
		});
	try {
		return await command.run({
			args,
			config,
			io: { ...io, now: () => io.now() + (opened?.aws.clockAhead() ?? 0) },
			open,
			target: () =>
				(target ??= open(context === undefined ? {} : { context }).then((first) => {
					opened = first;
					return first;
				})),
		});
	} finally {
		await target?.then(
			(opened) => opened.close(),
			() => undefined,
		);
		const complaint = await demo.stop();
		if (complaint !== '') say(io, complaint);
	}
}
