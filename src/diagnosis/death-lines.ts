import { shortTaskId } from '../model/arn.ts';
import { duration } from '../model/duration.ts';
import { endedAt, type Task } from '../model/task.ts';
import { colon } from './colon.ts';
import type { Evidence } from './evidence.ts';
import type { EvidenceLine } from './finding.ts';
import { lastSaid } from './last-said.ts';
import { stopWords } from './stop-words.ts';

/** Of so many of the newest that died the evidence tells; of so many of them their last words. Our own numbers. */
const TOLD = 5;
const HEARD = 2;

/** How long a task ran, ms; undefined of one that never did. */
export function lifetime(task: Task): number | undefined {
	const end = endedAt(task);
	if (task.startedAt === undefined || end === undefined || end < task.startedAt) return undefined;
	return end - task.startedAt;
}

/** The middle one of how long tasks ran, ms; undefined where no one did. */
export function medianLifetime(tasks: readonly Task[]): number | undefined {
	const lives = tasks.flatMap((task) => lifetime(task) ?? []).toSorted((a, b) => a - b);
	return lives[Math.floor(lives.length / 2)];
}

/** What the newest of the tasks that died are known to have died of, and what they said last. Newest first. */
export function deathLines({ lastLines = {} }: Evidence, tasks: readonly Task[]): readonly EvidenceLine[] {
	return tasks.slice(0, TOLD).flatMap((task, index) => {
		const said = index < HEARD ? lastSaid(task, lastLines[task.taskArn]) : undefined;
		return [deathLine(task), ...(said ? [lastLine(task, said)] : [])];
	});
}

function deathLine(task: Task): EvidenceLine {
	const { taskArn, taskDefinitionArn } = task;
	const lived = lifetime(task);
	const at = endedAt(task);
	const after = lived === undefined ? '' : ` after ${duration(lived)}`;
	return {
		text: `task ${shortTaskId(taskArn)} of ${colon(taskDefinitionArn)} ended${after}: ${stopWords(task) ?? 'stopped'}`,
		api: 'ecs:DescribeTasks',
		...(at !== undefined && { at }),
		place: { kind: 'task', taskArn },
	};
}

function lastLine(
	{ taskArn }: Task,
	{ timestamp, text }: { readonly timestamp: number; readonly text: string },
): EvidenceLine {
	return {
		text: `${shortTaskId(taskArn)} said last: ${text === '' ? '(an empty line)' : text}`,
		api: 'logs:FilterLogEvents',
		at: timestamp,
		place: { kind: 'log', taskArn, at: timestamp },
	};
}
