import type { Aws } from '../../aws/aws.ts';
import { shortTaskId } from '../../model/arn.ts';
import type { Service } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import type { Following, Outcome } from '../outcome.ts';
import type { Plan } from '../plan.ts';
import { readServiceIfThere } from '../read-service.ts';
import type { Subject } from '../subject.ts';
import { taskEnd } from '../task-end.ts';
import { watch } from '../watch.ts';
import type { StopTaskInput } from './stop-task-snapshot.ts';

/** Ms between two looks. */
const EVERY = 3_000;

/** `service` is undefined for tasks of none, and when it is gone. */
type Sight = { readonly tasks: readonly Task[]; readonly service: Service | undefined };

/** Watches until the tasks are stopped and, where a service is to have others, those run. */
export async function* followStopTask(
	{ subject, changes }: Plan<StopTaskInput>,
	following: Following,
): AsyncGenerator<string, Outcome> {
	const arns = changes.flatMap((change) => (change.name === 'ecs:StopTask' ? (change.input.task ?? []) : []));
	const names = arns.map(shortTaskId).join(', ');
	return yield* watch(
		{
			every: EVERY,
			made: `${names} ${arns.length === 1 ? 'is' : 'are'} told to stop`,
			next: '`deckwatch tasks` shows what became of it.',
			look: () => sight(following.aws, subject, arns),
			judge: (seen) => judge(seen, arns),
		},
		following,
	);
}

async function sight(aws: Aws, subject: Subject, arns: readonly string[]): Promise<Sight> {
	const [tasks, service] = await Promise.all([
		aws.describeTasks(subject.clusterArn, arns),
		subject.serviceArn === '' ? undefined : readServiceIfThere(aws, subject),
	]);
	return { tasks, service };
}

/** A task that ECS has forgotten is one that has stopped. */
function judge({ tasks, service }: Sight, arns: readonly string[]): Outcome | string {
	const going = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED');
	const words = [
		...going.map(({ taskArn, lastStatus }) => `${shortTaskId(taskArn)} ${lastStatus}`),
		...(arns.length > 1 ? [`${arns.length - going.length} of ${arns.length} stopped`] : []),
	].join(', ');
	const lacks = service !== undefined && service.status === 'ACTIVE' && service.runningCount < service.desiredCount;
	const counts = service && `${service.serviceName} runs ${service.runningCount} of ${service.desiredCount}`;
	if (going.length > 0 || lacks) return [words || 'stopped', ...(counts ? [counts] : [])].join(' · ');
	const ends = arns.map((arn) => {
		const task = tasks.find(({ taskArn }) => taskArn === arn);
		const end = task ? [task.stopCode, taskEnd(task)].filter(Boolean).join(' · ') : 'ECS has forgotten it';
		return `${shortTaskId(arn)} is stopped: ${end}.`;
	});
	return { state: 'done', text: [...ends, ...(counts ? [`${counts} tasks.`] : [])].join('\n') };
}
