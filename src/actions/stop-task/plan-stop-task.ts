import { familyRevision, lastSegment, shortTaskId } from '../../model/arn.ts';
import { safeText } from '../../model/safe-text.ts';
import type { Task } from '../../model/task.ts';
import type { Plan, Refusal } from '../plan.ts';
import type { Subject } from '../subject.ts';
import { stopRemarks } from './stop-remarks.ts';
import type { StopTaskInput, StopTaskSnapshot } from './stop-task-snapshot.ts';

/** Characters that a reason may have (older editions of the ECS API reference, StopTask; today it names no limit). */
const LONGEST_REASON = 255;

/** Stops tasks, one call each. */
export function planStopTask(snapshot: StopTaskSnapshot, input: StopTaskInput): Plan<StopTaskInput> | Refusal {
	const { subject, tasks, service } = snapshot;
	const reason = reasonOf(input);
	const stopping = tasks.filter(({ desiredStatus }) => desiredStatus !== 'STOPPED');
	const refusal = missing(subject, tasks, input) ?? tooLong(reason) ?? alreadyStopping(tasks, stopping);
	if (refusal) return refusal;
	return {
		verb: 'stop-task',
		title: `Stop ${stopping.length === 1 ? 'a task' : `${stopping.length} tasks`} of ${subject.serviceName}`,
		subject,
		input,
		differences: stopping.map(({ taskArn, lastStatus, taskDefinitionArn }) => ({
			what: `task ${shortTaskId(taskArn)}`,
			before: `${lastStatus}, ${familyRevision(taskDefinitionArn)}`,
			after: 'STOPPED',
		})),
		remarks: stopRemarks(snapshot, stopping),
		changes: stopping.map(({ taskArn }) => ({
			name: 'ecs:StopTask',
			region: subject.region,
			input: { cluster: subject.clusterArn, task: taskArn, reason },
		})),
		basis: JSON.stringify([
			stopping.map(({ taskArn }) => taskArn),
			service && [service.desiredCount, Math.min(service.runningCount, service.desiredCount)],
		]),
	};
}

/** Names deckwatch, so that whoever finds the task knows where to ask. */
function reasonOf({ reason = '' }: StopTaskInput): string {
	const words = safeText(reason).trim();
	return words === '' ? 'Stopped with deckwatch' : `deckwatch: ${words}`;
}

function missing(
	{ clusterName, serviceName }: Subject,
	tasks: readonly Task[],
	input: StopTaskInput,
): Refusal | undefined {
	const gone = input.tasks.find((arn) => !tasks.some(({ taskArn }) => taskArn === arn));
	if (gone === undefined && tasks.length > 0) return undefined;
	return {
		refused: `There is no task ${lastSegment(gone ?? 'to stop')} in ${clusterName} any more.`,
		instead: `\`deckwatch tasks\` lists those of ${serviceName}; a stopped one is forgotten after a while.`,
	};
}

function tooLong(reason: string): Refusal | undefined {
	if (reason.length <= LONGEST_REASON) return undefined;
	return {
		refused: `The reason has ${reason.length} characters, and ECS takes ${LONGEST_REASON}.`,
		instead: 'Say it shorter.',
	};
}

function alreadyStopping(tasks: readonly Task[], stopping: readonly Task[]): Refusal | undefined {
	if (stopping.length > 0) return undefined;
	const words = tasks.map(({ taskArn, lastStatus }) => `${shortTaskId(taskArn)} is ${lastStatus}`).join(', ');
	return { refused: `${words}: nothing is left to stop.`, instead: 'There is nothing to do.', already: true };
}
