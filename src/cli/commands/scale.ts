import { subjectOf } from '../../actions/subject.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';

type Arguments = ActionArguments & {
	readonly service: string;
	readonly count: string;
	readonly moveBound?: boolean;
};

export const scale: Command<Arguments> = {
	command: 'scale <service> <count>',
	describe: 'Set the desired count: 6, +2, -1, x2 or 0',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.positional('count', { type: 'string', describe: '6, +2, -1, x2 or 0', demandOption: true })
			.option('move-bound', { type: 'boolean', describe: 'Move the bound of autoscaling it lies outside of, too' }),
	async run(context) {
		const { service: name, count, moveBound } = context.args;
		const target = await context.target();
		const { service } = await findService(target, name, context.io.signal);
		const input = { count, ...(moveBound ? { moveBound } : {}) };
		const { scale: action } = await import('../../actions/scale/scale.ts');
		return runAction(context, action, { target, subject: subjectOf(service), input });
	},
};
