import type { DeployInput } from '../../actions/deploy/deploy-input.ts';
import { actOnService, withServiceOptions, type ServiceActionArguments } from '../actions/act-on-service.ts';
import type { Command } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { parseVariables } from '../variables.ts';

type Arguments = ServiceActionArguments & {
	readonly image?: string;
	readonly tag?: string;
	readonly container?: string;
	readonly taskDefinition?: string;
	readonly force?: boolean;
	readonly cpu?: string;
	readonly memory?: string;
	readonly env?: readonly string[];
	readonly unsetEnv?: readonly string[];
	/** `--no-rollback` turns it off. */
	readonly rollback: boolean;
};

export const deploy: Command<Arguments> = {
	command: 'deploy <service>',
	describe: 'Deploy an image, a tag or a revision, follow it to its end, and roll back when it fails',
	changes: true,
	builder: (yargs) =>
		withServiceOptions(yargs)
			.option('image', { type: 'string', nargs: 1, describe: 'registry/repository:tag for the containers that use it' })
			.option('tag', { type: 'string', nargs: 1, describe: 'Another tag for the image of the container that serves' })
			.option('container', { type: 'string', nargs: 1, describe: 'The container that is meant; several by commas' })
			.option('task-definition', {
				type: 'string',
				nargs: 1,
				describe: 'An existing revision: 42, family:42 or an ARN',
			})
			.option('force', { type: 'boolean', describe: 'Start the tasks anew even where nothing changes' })
			.option('cpu', { type: 'string', nargs: 1, describe: 'CPU of the task: 512 or ".5 vCPU"' })
			.option('memory', { type: 'string', nargs: 1, describe: 'Memory of the task: 1024 or "1 GB"' })
			.option('env', { type: 'string', array: true, nargs: 1, describe: 'NAME=value for the container' })
			.option('unset-env', { type: 'string', array: true, nargs: 1, describe: 'NAME to take away from it' })
			.option('rollback', { type: 'boolean', default: true, describe: 'Roll back when it fails or takes too long' }),
	async run(context) {
		const input = inputOf(context.args);
		const { deploy: action } = await import('../../actions/deploy/deploy.ts');
		const { rescue } = await import('../../actions/deploy/rescue.ts');
		return actOnService(context, action, input, context.args.rollback ? rescue : undefined);
	},
};

function inputOf(args: Arguments): DeployInput {
	const { image, tag, container, taskDefinition, force, cpu, memory } = args;
	const environment = environmentOf(args);
	const edits = [image, tag, cpu, memory, environment].filter((edit) => edit !== undefined);
	if (taskDefinition !== undefined && edits.length > 0) {
		throw new UsageError('--task-definition is a revision as it is: it goes with --force alone.');
	}
	if (image !== undefined && tag !== undefined) throw new UsageError('Give --image or --tag, not both.');
	if (edits.length === 0 && taskDefinition === undefined && !force) {
		throw new UsageError('Say what to deploy: --image, --tag, --task-definition, --cpu, --memory, --env or --force.');
	}
	return {
		...(image === undefined ? {} : { image }),
		...(tag === undefined ? {} : { tag }),
		...(container === undefined ? {} : { containers: container.split(',') }),
		...(taskDefinition === undefined ? {} : { taskDefinition }),
		...(force ? { force } : {}),
		...(cpu === undefined ? {} : { cpu }),
		...(memory === undefined ? {} : { memory }),
		...(environment === undefined ? {} : { environment }),
	};
}

/** What `--env` and `--unset-env` say; undefined when they say nothing. */
function environmentOf({ env = [], unsetEnv = [] }: Arguments): DeployInput['environment'] {
	if (env.length + unsetEnv.length === 0) return undefined;
	return { ...Object.fromEntries(unsetEnv.map((name) => [name, null])), ...parseVariables(env) };
}
