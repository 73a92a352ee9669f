import { capacityOf } from '../../model/capacity.ts';
import { rollingBounds } from '../../model/rolling-bounds.ts';
import { primaryDeployment } from '../../model/service.ts';
import type { Task } from '../../model/task.ts';
import { type Evidence, MINUTE } from '../evidence.ts';

/** What Auto Scaling needs to bring a new instance into service is waited for; our own choice. */
const PATIENCE = 5 * MINUTE;

/** How many tasks ECS should start now, by count and rollout, and has not; those that are on their way count as missing. */
export function missingTasks({ service }: Evidence): number {
	const { desiredCount, runningCount } = service;
	const primary = primaryDeployment(service);
	const wanted = primary ? primary.desiredCount - primary.runningCount : desiredCount - runningCount;
	const bounds = rollingBounds(service);
	const allowed = bounds && service.deployments.length > 1 ? bounds.upper - runningCount : wanted;
	return Math.max(0, Math.min(wanted, allowed));
}

/**
 * Tasks that wait for an instance: where a capacity provider scales its group, ECS keeps what finds no room in
 * PROVISIONING (ECS developer guide, cluster auto scaling). Oldest first; undefined when the tasks were not read.
 */
export function waitingTasks({ service, tasks }: Evidence, now: number): readonly Task[] | undefined {
	if (!capacityOf(service).instances) return tasks && [];
	return tasks
		?.filter(
			({ lastStatus, containerInstanceArn, createdAt = now }) =>
				lastStatus === 'PROVISIONING' && containerInstanceArn === undefined && now - createdAt >= PATIENCE,
		)
		.toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0));
}
