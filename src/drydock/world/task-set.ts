import type { ServiceRevisionState } from './deployment.ts';

/**
 * One set of tasks of a service that CodeDeploy deploys, AWS's member names; times are epoch ms. Such a service has these
 * and no deployments.
 */
export type TaskSetState = {
	/** `ecs-svc/<19 digits>`; its tasks carry it in `startedBy`. */
	readonly id: string;
	status: 'PRIMARY' | 'ACTIVE' | 'DRAINING';
	/** What its tasks are started with, its own target group included. */
	readonly revision: ServiceRevisionState;
	/** Percent of the service's desired count. */
	scalePercent: number;
	stabilityStatus: 'STEADY_STATE' | 'STABILIZING';
	stabilityStatusAt: number;
	/** The CodeDeploy deployment that brought it in. */
	readonly externalId: string;
	readonly createdAt: number;
	updatedAt: number;
};

/** How many tasks it is to have, rounded up (ECS API reference, TaskSet.computedDesiredCount). */
export function wantedTasks(desiredCount: number, { scalePercent }: TaskSetState): number {
	return Math.ceil((desiredCount * scalePercent) / 100);
}
