import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';

type Arguments = ServiceActionArguments & { readonly rollback?: boolean };

export const continueDeployment: Command<Arguments> = {
	command: 'continue-deployment <service>',
	describe: 'Let a deployment that waits for somebody go on, at a lifecycle hook or in CodeDeploy, or take it back',
	changes: true,
	builder: (yargs) =>
		withServiceOptions(yargs).option('rollback', { type: 'boolean', describe: 'Roll it back instead' }),
	async run(context) {
		const { continueDeployment: action } = await import('../../actions/continue-deployment/continue-deployment.ts');
		return actOnService(context, action, context.args.rollback ? { rollback: true } : {});
	},
};
