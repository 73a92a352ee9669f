import type { Task } from '../../model/task.ts';
import { pace, taskCalls } from '../pace.ts';
import { putValues } from '../picture-update.ts';
import type { Table } from '../picture.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';
import { byGroup, rememberTasks } from '../remember-tasks.ts';

/** Stopped tasks remembered for a whole cluster. */
const REMEMBERED = 5_000;

/** What stopped in a cluster, by task group. */
export function stoppedTasksReading({ aws, time, picture }: ReadingContext, clusterArn: string): Reading {
	const groups = Object.values(picture().stoppedTasks[clusterArn]?.value ?? {});
	const known = groups.reduce((sum, group) => sum + Object.keys(group).length, 0);
	return {
		key: `stopped tasks ${clusterArn}`,
		every: pace(30_000, taskCalls(known)),
		atLeast: pace(0, taskCalls(known)),
		table: 'stoppedTasks',
		keys: [clusterArn],
		async read(signal, found) {
			const tasks = await aws.tasks(clusterArn, { desiredStatus: 'STOPPED' }, { signal });
			const readAt = time.now();
			found((now) => {
				const before = now.stoppedTasks[clusterArn]?.value ?? {};
				const remembered = Object.assign({}, ...Object.values(before)) as Table<Task>;
				const stopped = byGroup(Object.values(rememberTasks(remembered, tasks, REMEMBERED)));
				return putValues(now, 'stoppedTasks', [[clusterArn, stopped]], readAt);
			});
		},
	};
}
