import { colon } from './colon.ts';
import type { TargetHealth } from '../model/load-balancing.ts';
import type { Task } from '../model/task.ts';
import type { Evidence, Symptom } from './evidence.ts';

/** Every running task of a revision fails its container health check: it is the revision, not a task. */
export function unhealthyRevision({ tasks = [] }: Evidence): Symptom | undefined {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	for (const [revision, members = []] of Map.groupBy(running, ({ taskDefinitionArn }) => taskDefinitionArn)) {
		if (!members.every(isUnhealthy)) continue;
		return { reason: `${failingContainers(members)} on every task of ${colon(revision)}` };
	}
	return undefined;
}

/** Some running tasks fail their container health check. */
export function unhealthyTasks({ tasks = [] }: Evidence): Symptom | undefined {
	const running = tasks.filter(({ lastStatus }) => lastStatus === 'RUNNING');
	const unhealthy = running.filter(isUnhealthy);
	if (unhealthy.length === 0) return undefined;
	return { reason: `${failingContainers(unhealthy)} on ${unhealthy.length} of ${running.length} tasks` };
}

/** A load balancer finds no target it could send requests to, in one target group at least. */
export function noHealthyTarget({ targets = [] }: Evidence): Symptom | undefined {
	const groups = Map.groupBy(targets.filter(isAsked), ({ targetGroupArn }) => targetGroupArn);
	for (const [arn = '', asked] of groups) {
		if (!asked.every(({ state }) => state === 'unhealthy')) continue;
		const where = groups.size > 1 ? ` in ${arn.split('/').at(-2) ?? arn}` : '';
		const howMany = asked.length === 1 ? 'the only one' : `all ${asked.length}`;
		return { reason: `no healthy target${where}: ${explain(asked, howMany)}` };
	}
	return undefined;
}

/** Some targets fail the load balancer's check. */
export function unhealthyTargets({ targets = [] }: Evidence): Symptom | undefined {
	const asked = targets.filter(isAsked);
	const unhealthy = asked.filter(({ state }) => state === 'unhealthy');
	if (unhealthy.length === 0) return undefined;
	return { reason: explain(unhealthy, `${unhealthy.length} of ${asked.length} targets`) };
}

/** A draining or unused target gets no requests and fails nobody. */
function isAsked({ state }: TargetHealth): boolean {
	return state === 'unhealthy' || state === 'healthy' || state === 'initial';
}

function explain(unhealthy: readonly TargetHealth[], howMany: string): string {
	const said = unhealthy.find(({ description }) => description !== undefined)?.description;
	const words = `${howMany} ${unhealthy.length === 1 ? 'fails' : 'fail'} the load balancer's health check`;
	return said === undefined ? words : `${words} (${said})`;
}

function isUnhealthy({ healthStatus }: Task): boolean {
	return healthStatus === 'UNHEALTHY';
}

/** `app fails its health check` */
export function failingContainers(tasks: readonly Task[]): string {
	const unhealthy = tasks.flatMap(({ containers }) => containers.filter((one) => one.healthStatus === 'UNHEALTHY'));
	const names = [...new Set(unhealthy.map(({ name }) => name))];
	if (names.length > 1) return `${names.join(', ')} fail their health checks`;
	return `${names[0] ?? 'a container'} fails its health check`;
}
