import type { Command } from '../command.ts';

export const deployments: Command<{ readonly service: string }> = {
	command: 'deployments <service>',
	describe: 'List current and past deployments',
	builder: (yargs) =>
		yargs.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true }),
	async run(context) {
		const { runDeployments } = await import('../run-commands.ts');
		return runDeployments(context);
	},
};
