import type { Argv } from 'yargs';
import type { Config } from './config/config-schema.ts';
import type { ExitStatus } from './exit-status.ts';
import type { Io } from './io.ts';
import type { CommonArguments } from './options.ts';
import type { Target } from './target.ts';

/** What a command is handed when it runs. */
export type CommandContext<Arguments> = {
	readonly args: CommonArguments & Arguments;
	readonly config: Config;
	/** Its clock is AWS's from the first answer on: this machine's may be wrong by hours. */
	readonly io: Io;
	/** Opens the account the options point at; closed by the caller when the command has ended. */
	target(): Promise<Target>;
	/** Opens it with some other options, closed by the command; `--demo` is one world for all of a run. */
	open(other: Pick<CommonArguments, 'profile' | 'region' | 'context'>): Promise<Target>;
};

/** One command of the command line: its words, its own options, what it does. */
export type Command<Arguments = object> = {
	/** As yargs writes it: `tasks [service]`. */
	readonly command: string;
	readonly describe: string;
	/** It may change AWS: the clients of all other commands refuse to. */
	readonly changes?: true;
	/** It takes a command line of its own behind `--`, as `args['--']`: the others refuse one. */
	readonly takesCommand?: true;
	readonly builder?: (yargs: Argv) => Argv;
	readonly run: (context: CommandContext<Arguments>) => Promise<ExitStatus>;
};
