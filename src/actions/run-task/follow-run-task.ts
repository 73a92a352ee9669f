import type { ChangeAnswer } from '../../aws/changes/change.ts';
import { age } from '../../model/age.ts';
import { familyRevision, shortTaskId } from '../../model/arn.ts';
import type { Task } from '../../model/task.ts';
import { lastLines } from '../last-lines.ts';
import { look } from '../look.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { taskEnd } from '../task-end.ts';
import { watch } from '../watch.ts';
import type { RunTaskInput } from './run-task-input.ts';
import { createTaskLog } from './task-log.ts';

/** Ms between two looks. */
const EVERY = 3_000;

type Sight = { readonly task: Task | undefined; readonly lines: readonly string[] };

/** Watches the task that was started until it has ended, or runs where that is enough, and tells what it writes. */
export async function* followRunTask(
	{ subject, input, changes }: Plan<RunTaskInput>,
	following: Following,
	answers: readonly ChangeAnswer[],
): AsyncGenerator<string, Outcome> {
	const { aws } = following;
	const { region, clusterArn } = subject;
	const taskArn = answers[0]?.taskArn ?? '';
	const [change] = changes;
	const run = change?.name === 'ecs:RunTask' ? change.input : undefined;
	const revision = run?.taskDefinition ?? '';
	const log = createTaskLog(aws, await look(aws.taskDefinition(revision, region)));
	let last: Task | undefined;
	const outcome = yield* watch<Sight>(
		{
			every: EVERY,
			made: `Task ${shortTaskId(taskArn)} of ${familyRevision(revision)} is started`,
			next: `It goes on: \`deckwatch stop-task ${shortTaskId(taskArn)}\` ends it.`,
			look: async () => {
				const [task] = await aws.describeTasks(clusterArn, [taskArn]);
				return { task, lines: task && !input.detach ? await log.next(task) : [] };
			},
			lines: ({ lines }) => lines,
			judge: ({ task }) => judge((last = task), taskArn, input),
		},
		following,
	);
	if (outcome.state !== 'failed' || !last) return outcome;
	return { ...outcome, text: [outcome.text, ...(await lastLines(aws, region, last))].join('\n') };
}

function judge(task: Task | undefined, taskArn: string, { container, detach }: RunTaskInput): Outcome | string {
	const name = shortTaskId(taskArn);
	// What was started just now is not seen at once everywhere (ECS API reference, RunTask).
	if (!task) return `${name} is not listed yet`;
	if (task.lastStatus === 'RUNNING' && detach) {
		return { state: 'done', text: `${name} runs.`, next: `\`deckwatch stop-task ${name}\` ends it.` };
	}
	if (task.lastStatus !== 'STOPPED') return `${name} ${task.lastStatus}`;
	const ended = task.containers.find((each) => each.name === container) ?? task.containers[0];
	// Who is told to stop may end with 0, and has not done its work.
	const byItself = task.stopCode === undefined || task.stopCode === 'EssentialContainerExited';
	if (ended?.exitCode === 0 && byItself) {
		const took = task.executionStoppedAt ?? task.stoppedAt;
		const after = task.startedAt === undefined || took === undefined ? '' : ` after ${age(task.startedAt, took)}`;
		return { state: 'done', text: `${name} has ended: ${ended.name} exit 0${after}.` };
	}
	return {
		state: 'failed',
		text: `${name} is stopped: ${[task.stopCode, taskEnd(task)].filter(Boolean).join(' · ')}.`,
	};
}
