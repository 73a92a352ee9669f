import { randomUUID } from 'node:crypto';
import type { RunTaskInput } from '../../actions/run-task/run-task-input.ts';
import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';
import { parseVariables } from '../variables.ts';

type Arguments = ServiceActionArguments & {
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
		withServiceOptions(yargs)
			.usage('deckwatch run-task <service> [options] [-- cmd args…]')
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
		const input = inputOf(context.args);
		const { runTask: action } = await import('../../actions/run-task/run-task.ts');
		return actOnService(context, action, input);
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
