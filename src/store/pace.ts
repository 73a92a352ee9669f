/** Calls a second that one reading may cost: AWS's buckets are shared with all other tools of the account. */
const CALLS_PER_SECOND = 2;

/** Ms between two readings that cost so many calls: `every`, or as much longer as it takes to stay within bounds. */
export function pace(every: number, calls: number, callsPerSecond = CALLS_PER_SECOND): number {
	return Math.max(every, (calls * 1000) / callsPerSecond);
}

/** Calls for listing and describing so many tasks, 100 to a page (ECS API reference, ListTasks, DescribeTasks). */
export function taskCalls(tasks: number): number {
	return 2 * Math.ceil(tasks / 100);
}
