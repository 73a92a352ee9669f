import type { Command } from '../command.ts';

export const health: Command<{ readonly service?: string }> = {
	command: 'health [service]',
	describe: 'Show what container checks and load balancers say, and whom they killed',
	builder: (yargs) => yargs.positional('service', { type: 'string', describe: 'Service by name or ARN' }),
	async run(context) {
		const { runHealth } = await import('../run-commands.ts');
		return runHealth(context);
	},
};
