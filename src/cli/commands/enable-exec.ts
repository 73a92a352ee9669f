import { subjectOf } from '../../actions/subject.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';

type Arguments = ActionArguments & { readonly service: string; readonly off?: boolean };

export const enableExec: Command<Arguments> = {
	command: 'enable-exec <service>',
	describe: 'Turn ECS Exec on, which starts the tasks anew; --off turns it off',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.option('off', { type: 'boolean', describe: 'Turn it off' }),
	async run(context) {
		const { service: name, off } = context.args;
		const target = await context.target();
		const { service } = await findService(target, name, context.io.signal);
		const { enableExec: action } = await import('../../actions/enable-exec/enable-exec.ts');
		return runAction(context, action, { target, subject: subjectOf(service), input: off ? { off } : {} });
	},
};
