import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';

type Arguments = ServiceActionArguments & { readonly off?: boolean };

export const enableExec: Command<Arguments> = {
	command: 'enable-exec <service>',
	describe: 'Turn ECS Exec on, which starts the tasks anew; --off turns it off',
	changes: true,
	builder: (yargs) => withServiceOptions(yargs).option('off', { type: 'boolean', describe: 'Turn it off' }),
	async run(context) {
		const { enableExec: action } = await import('../../actions/enable-exec/enable-exec.ts');
		return actOnService(context, action, context.args.off ? { off: true } : {});
	},
};
