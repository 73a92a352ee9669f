import { subjectOf, subjectOfTask, type Subject } from '../../actions/subject.ts';
import { serviceNameOf, type Task } from '../../model/task.ts';
import { withActionOptions, type ActionArguments } from '../actions/action-options.ts';
import { runAction } from '../actions/run-action.ts';
import type { Command } from '../command.ts';
import { findTasks } from '../find-tasks.ts';
import type { Target } from '../target.ts';
import { UsageError } from '../usage-error.ts';

type Arguments = ActionArguments & { readonly tasks: readonly string[]; readonly reason?: string };

export const stopTask: Command<Arguments> = {
	command: 'stop-task <tasks..>',
	describe: 'Stop tasks of a service, or of none, and see their replacements run',
	changes: true,
	builder: (yargs) =>
		withActionOptions(yargs)
			.positional('tasks', {
				type: 'string',
				array: true,
				describe: 'Ids, beginnings of ids, or ARNs',
				demandOption: true,
			})
			.option('reason', { type: 'string', nargs: 1, describe: 'What people find in the task afterwards' }),
	async run(context) {
		const { args, io } = context;
		const target = await context.target();
		const tasks = await findTasks(target, args.tasks, io.signal);
		const subject = await subjectOfAll(target, tasks, io.signal);
		const arns = tasks.map(({ taskArn }) => taskArn);
		const input = { tasks: [...new Set(arns)], ...(args.reason === undefined ? {} : { reason: args.reason }) };
		const { stopTask: action } = await import('../../actions/stop-task/stop-task.ts');
		return runAction(context, action, { target, subject, input });
	},
};

/** @throws {UsageError} when they are not all of one service, or of one group */
async function subjectOfAll({ aws }: Target, tasks: readonly Task[], signal: AbortSignal): Promise<Subject> {
	const [first] = tasks;
	if (!first) throw new UsageError('Say which tasks.');
	const { clusterArn, group } = first;
	if (tasks.some((task) => task.clusterArn !== clusterArn || task.group !== group)) {
		const groups = [...new Set(tasks.map((task) => task.group))].join(', ');
		throw new UsageError(`These tasks do not belong together (${groups}).\n  Stop those of one service at a time.`);
	}
	const serviceName = serviceNameOf(first);
	const [service] = serviceName === undefined ? [] : await aws.describeServices(clusterArn, [serviceName], { signal });
	return service ? subjectOf(service) : subjectOfTask(first);
}
