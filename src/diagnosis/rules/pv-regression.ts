import type { Task } from '../../model/task.ts';
import { aboutService } from '../about-service.ts';
import { colon } from '../colon.ts';
import { deathLines, lifetime } from '../death-lines.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { presentDeaths } from '../present-trouble.ts';
import { whereOptions } from '../update-command.ts';

/** So many on one version, and none on the other. Our own number. */
const ENOUGH = 2;

/**
 * x-pv-regression: tasks of one revision die on one Fargate platform version and run on another. It is the platform then,
 * and no older revision is any better.
 */
export function pvRegression(evidence: Evidence, now: number): readonly Finding[] {
	const { service, tasks = [] } = evidence;
	const died = presentDeaths(evidence, now)?.tasks.filter(({ platformVersion }) => platformVersion !== undefined) ?? [];
	const unhealthy = tasks.filter((task) => isUnhealthy(task) && task.platformVersion !== undefined);
	const failing = [...died, ...unhealthy];
	const [first] = failing;
	if (!first || failing.length < ENOUGH) return [];
	const { platformVersion: bad, taskDefinitionArn } = first;
	// All that fail are of one version: else it is not that.
	if (failing.some((task) => task.platformVersion !== bad)) return [];
	const longest = Math.max(0, ...failing.flatMap((task) => lifetime(task) ?? []));
	const well = tasks.filter(
		(task) =>
			task.taskDefinitionArn === taskDefinitionArn &&
			task.lastStatus === 'RUNNING' &&
			!isUnhealthy(task) &&
			task.platformVersion !== undefined &&
			task.startedAt !== undefined &&
			now - task.startedAt > longest,
	);
	const [good] = well;
	if (!good || well.some(({ platformVersion }) => platformVersion === bad)) return [];
	const pinned = good.platformVersion ?? '';
	const since = failing.flatMap(({ startedAt }) => startedAt ?? []);
	return [
		aboutService(service, {
			id: 'x-pv-regression',
			severity: 'warning',
			confidence: failing.length > ENOUGH ? 'high' : 'medium',
			sentence: `tasks of ${colon(taskDefinitionArn)} fail on platform version ${bad} and run on ${pinned}; it is the platform, not the revision`,
			...(since.length > 0 && { since: Math.min(...since) }),
			evidence: [
				{ text: `${failing.length} tasks on ${bad} fail, none is well`, api: 'ecs:DescribeTasks' },
				{ text: `${well.length} of the same revision on ${pinned} run`, api: 'ecs:DescribeTasks' },
				...deathLines(evidence, died),
			],
			ruledOut: [`Not the revision: ${colon(taskDefinitionArn)} runs on ${pinned}, a rollback would not help`],
			next: [
				{
					text: `Pin the service to platform version ${pinned} until it is mended: that starts a deployment`,
					command: `aws ecs update-service ${whereOptions(service)} --service ${service.serviceName} --platform-version ${pinned}`,
				},
			],
			explains: [
				'x-crash-loop',
				'x-start-loop',
				'x-sidecar-took-task-down',
				'container-healthcheck-failed',
				'elb-healthcheck-failed',
				'elb-target-unhealthy',
				'x-desired-gap',
			],
		}),
	];
}

function isUnhealthy({ lastStatus, healthStatus }: Task): boolean {
	return lastStatus === 'RUNNING' && healthStatus === 'UNHEALTHY';
}
