import { rollback as action } from '../../actions/rollback/rollback.ts';
import { subjectOf } from '../../actions/subject.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';

type Arguments = ActionArguments & { readonly service: string; readonly to?: string };

export const rollback: Command<Arguments> = {
	command: 'rollback <service>',
	describe: 'Stop a deployment under way, or go back to the last revision that succeeded',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.option('to', { type: 'string', nargs: 1, describe: 'The revision to go back to: 42 or family:42' }),
	async run(context) {
		const { service: name, to } = context.args;
		const target = await context.target();
		const { service } = await findService(target, name, context.io.signal);
		const input = to === undefined ? {} : { to };
		return runAction(context, action, { target, subject: subjectOf(service), input });
	},
};
