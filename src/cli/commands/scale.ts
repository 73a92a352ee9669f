import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';

type Arguments = ServiceActionArguments & {
	readonly count: string;
	readonly moveBound?: boolean;
};

export const scale: Command<Arguments> = {
	command: 'scale <service> <count>',
	describe: 'Set the desired count: 6, +2, -1, x2 or 0',
	changes: true,
	builder: (yargs) =>
		withServiceOptions(yargs)
			.positional('count', { type: 'string', describe: '6, +2, -1, x2 or 0', demandOption: true })
			.option('move-bound', { type: 'boolean', describe: 'Move the bound of autoscaling it lies outside of, too' }),
	async run(context) {
		const { count, moveBound } = context.args;
		const { scale: action } = await import('../../actions/scale/scale.ts');
		return actOnService(context, action, { count, ...(moveBound ? { moveBound } : {}) });
	},
};
