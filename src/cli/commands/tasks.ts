import type { Command } from '../command.ts';

export const tasks: Command<{ readonly service?: string }> = {
	command: 'tasks [service]',
	describe: 'List the tasks of a service or of the clusters, running and stopped',
	builder: (yargs) => yargs.positional('service', { type: 'string', describe: 'Service by name or ARN' }),
	async run(context) {
		const { runTasks } = await import('../run-commands.ts');
		return runTasks(context);
	},
};
