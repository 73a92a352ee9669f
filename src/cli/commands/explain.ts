import type { Command } from '../command.ts';
import type { ExplainArguments } from '../run/explain.ts';

export const explain: Command<ExplainArguments> = {
	command: 'explain [message..]',
	describe: 'Say what a message of ECS means and what to do; the message may come on stdin, with --json one a line',
	takesCommand: true,
	builder: (yargs) =>
		yargs.positional('message', {
			type: 'string',
			array: true,
			describe: 'An event, a stopped reason, an error: as AWS wrote it',
		}),
	async run(context) {
		const { runExplain } = await import('../run-commands.ts');
		return runExplain(context);
	},
};
