import { lastSegment } from '../../model/arn.ts';
import type { Task } from '../../model/task.ts';
import { findService } from '../find-service.ts';
import { pace, taskCalls } from '../pace.ts';
import { putValues } from '../picture-update.ts';
import type { Picture } from '../picture.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { leftTasks, rememberTasks } from '../remember-tasks.ts';
import { elapsed } from '../time.ts';

/** A task that stops is seen leaving the running ones; the list is for those that came and went between two looks. */
const STOPPED_EVERY = 15_000;
/** Tasks held for all services together; the services looked at longest ago are forgotten first. */
const HELD = 5_000;

/** The tasks of one service, running and stopped. Hundreds of them are read less often. */
export function tasksReading(context: ReadingContext, clusterArn: string, serviceArn: string): Reading {
	const running = findService(context.picture(), serviceArn)?.runningCount ?? 0;
	const { aws, time, doneAt } = context;
	const stoppedKey = `stopped ${serviceArn}`;
	const serviceName = lastSegment(serviceArn);

	const list = (desiredStatus: 'RUNNING' | 'STOPPED', signal: AbortSignal): Promise<readonly Task[]> =>
		aws.tasks(clusterArn, { serviceName, desiredStatus }, { signal });

	return {
		key: `tasks ${serviceArn}`,
		every: tasksEvery(running),
		atLeast: pace(0, taskCalls(running)),
		settle: SETTLE,
		table: 'tasks',
		keys: [serviceArn],
		async read(signal, found) {
			const known = context.picture().tasks[serviceArn]?.value;
			const both = known === undefined || elapsed(time.now(), doneAt.get(stoppedKey) ?? 0) >= STOPPED_EVERY;
			const listed = await Promise.all([list('RUNNING', signal), ...(both ? [list('STOPPED', signal)] : [])]);
			const current = listed.flat();
			const left = leftTasks(known, current);
			const gone = left.length === 0 ? [] : await aws.describeTasks(clusterArn, left, signal);
			const readAt = time.now();
			if (both) doneAt.set(stoppedKey, readAt);
			found((picture) => {
				const tasks = rememberTasks(picture.tasks[serviceArn]?.value, [...gone, ...current]);
				return forgetTasks(putValues(picture, 'tasks', [[serviceArn, tasks]], readAt));
			});
		},
	};
}

/** Ms between two looks at the tasks of a service. */
export function tasksEvery(running: number): number {
	return pace(2500, taskCalls(running));
}

/** Holds the memory for tasks down. What was read last always stays. */
function forgetTasks(picture: Picture): Picture {
	let held = 0;
	const newestFirst = Object.entries(picture.tasks).toSorted(([, a], [, b]) => (b.readAt ?? 0) - (a.readAt ?? 0));
	const kept = newestFirst.filter(([, { value }], index) => {
		held += Object.keys(value ?? {}).length;
		return index === 0 || held <= HELD;
	});
	return kept.length === newestFirst.length ? picture : { ...picture, tasks: Object.fromEntries(kept) };
}
