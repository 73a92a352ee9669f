import type { Command } from '../command.ts';

export const services: Command = {
	command: 'services',
	describe: 'List the services, those that need attention first',
	async run(context) {
		const { runServices } = await import('../run-commands.ts');
		return runServices(context);
	},
};
