import type { Task } from '../../model/task.ts';

/** On the way down (ECS developer guide, task lifecycle). */
const ENDING = new Set(['DEACTIVATING', 'STOPPING', 'DEPROVISIONING']);

/** `2 run 2 start 1 ending 5 stop`; what there is none of is left out. */
export function countTasks(tasks: readonly Task[]): string {
	const words = { run: 0, start: 0, ending: 0, stop: 0 };
	for (const task of tasks) words[wordOf(task)]++;
	return Object.entries(words)
		.flatMap(([word, count]) => (count === 0 ? [] : [`${count} ${word}`]))
		.join(' ');
}

function wordOf({ lastStatus }: Task): 'run' | 'start' | 'ending' | 'stop' {
	if (lastStatus === 'RUNNING') return 'run';
	if (lastStatus === 'STOPPED') return 'stop';
	return ENDING.has(lastStatus) ? 'ending' : 'start';
}
