import { subjectOf } from '../../actions/subject.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';

type Arguments = ActionArguments & { readonly service: string; readonly rollback?: boolean };

export const continueDeployment: Command<Arguments> = {
	command: 'continue-deployment <service>',
	describe: 'Let a deployment that waits for somebody go on, at a lifecycle hook or in CodeDeploy, or take it back',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.option('rollback', { type: 'boolean', describe: 'Roll it back instead' }),
	async run(context) {
		const { service: name, rollback } = context.args;
		const target = await context.target();
		const { service } = await findService(target, name, context.io.signal);
		const { continueDeployment: action } = await import('../../actions/continue-deployment/continue-deployment.ts');
		return runAction(context, action, { target, subject: subjectOf(service), input: rollback ? { rollback } : {} });
	},
};
