import { lastStepAt, type Task } from '../../model/task.ts';

/** Those that are there first, newest on top; then the stopped ones, the last to stop on top. */
export function orderTasks(tasks: readonly Task[]): readonly Task[] {
	return tasks.toSorted(
		(a, b) =>
			Number(isStopped(a)) - Number(isStopped(b)) ||
			(lastStepAt(b) ?? 0) - (lastStepAt(a) ?? 0) ||
			a.taskArn.localeCompare(b.taskArn),
	);
}

/** `2 run 2 pend 5 stop`; what there is none of is left out. */
export function countTasks(tasks: readonly Task[]): string {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING').length;
	const stopped = tasks.filter(isStopped).length;
	const counts = [
		[running, 'run'],
		[tasks.length - running - stopped, 'pend'],
		[stopped, 'stop'],
	] as const;
	return counts.flatMap(([count, word]) => (count === 0 ? [] : [`${count} ${word}`])).join(' ');
}

function isStopped({ lastStatus }: Task): boolean {
	return lastStatus === 'STOPPED';
}
