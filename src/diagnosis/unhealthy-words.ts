import { colon } from './colon.ts';
import type { Task } from '../model/task.ts';
import type { Evidence, Symptom } from './evidence.ts';

/** Every running task of a revision fails its container health check: it is the revision, not a task. */
export function unhealthyRevision({ tasks = [] }: Evidence): Symptom | undefined {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	for (const [revision, members = []] of Map.groupBy(running, ({ taskDefinitionArn }) => taskDefinitionArn)) {
		if (!members.every(isUnhealthy)) continue;
		return { reason: `${failingWords(members)} on every task of ${colon(revision)}` };
	}
	return undefined;
}

/** Some running tasks fail their container health check. */
export function unhealthyTasks({ tasks = [] }: Evidence): Symptom | undefined {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const unhealthy = running.filter(isUnhealthy);
	if (unhealthy.length === 0) return undefined;
	return { reason: `${failingWords(unhealthy)} on ${unhealthy.length} of ${running.length} tasks` };
}

function isUnhealthy({ healthStatus }: Task): boolean {
	return healthStatus === 'UNHEALTHY';
}

/** `app fails its health check` */
export function failingWords(tasks: readonly Task[]): string {
	const unhealthy = tasks.flatMap(({ containers }) => containers.filter((one) => one.healthStatus === 'UNHEALTHY'));
	const names = [...new Set(unhealthy.map(({ name }) => name))];
	if (names.length > 1) return `${names.join(', ')} fail their health checks`;
	return `${names[0] ?? 'a container'} fails its health check`;
}
