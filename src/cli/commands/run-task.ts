import { randomUUID } from 'node:crypto';
import type { RunTaskInput } from '../../actions/run-task/run-task-input.ts';
import { subjectOf } from '../../actions/subject.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findService } from '../find.ts';
import { parseVariables } from '../variables.ts';

type Arguments = ActionArguments & {
	readonly service: string;
	readonly container?: string;
	readonly env?: readonly string[];
	readonly cpu?: string;
	readonly memory?: string;
	readonly detach?: boolean;
	/** What stands behind `--`. */
	readonly '--'?: readonly string[];
};

export const runTask: Command<Arguments> = {
	command: 'run-task <service>',
	describe: 'Run a copy of the task of a service with a command of its own: -- cmd args…',
	changes: true,
	takesCommand: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.usage('deckwatch run-task <service> [options] [-- cmd args…]')
			.positional('service', { type: 'string', describe: 'Service by name or ARN', demandOption: true })
			.option('container', {
				type: 'string',
				nargs: 1,
				describe: 'Which one runs the command; default: the one that serves',
			})
			.option('env', { type: 'string', array: true, nargs: 1, describe: 'NAME=value for that container' })
			.option('cpu', { type: 'string', nargs: 1, describe: 'CPU of the task: 512 or ".5 vCPU"' })
			.option('memory', { type: 'string', nargs: 1, describe: 'Memory of the task: 1024 or "1 GB"' })
			.option('detach', { type: 'boolean', describe: 'Done as soon as it runs' }),
	async run(context) {
		const { args, io } = context;
		const input = inputOf(args);
		const target = await context.target();
		const { service } = await findService(target, args.service, io.signal);
		const { runTask: action } = await import('../../actions/run-task/run-task.ts');
		return runAction(context, action, { target, subject: subjectOf(service), input });
	},
};

function inputOf(args: Arguments): RunTaskInput {
	const { container, env = [], cpu, memory, detach, '--': command = [] } = args;
	return {
		...(container === undefined ? {} : { container }),
		...(command.length === 0 ? {} : { command: command.map(String) }),
		...(env.length === 0 ? {} : { environment: parseVariables(env) }),
		...(cpu === undefined ? {} : { cpu }),
		...(memory === undefined ? {} : { memory }),
		...(detach ? { detach } : {}),
		token: randomUUID(),
	};
}
