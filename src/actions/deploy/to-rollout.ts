import type { RevisionCounts, ServiceDeployment } from '../../model/deployment-history.ts';
import type { Failures, Rollout, RolloutRevision } from '../../model/rollout.ts';
import type { Deployment } from '../../model/service.ts';
import type { TaskDefinition } from '../../model/task-definition.ts';
import type { Task } from '../../model/task.ts';
import type { OurDeployment } from './our-deployment.ts';
import type { RolloutSight } from './rollout-sight.ts';
import { failedTasks, failureWords } from '../task-end.ts';
import { taskHealth } from './task-health.ts';

/** What is followed, and what is known of it besides what is seen. */
export type Followed = {
	readonly ours: OurDeployment;
	readonly rollout: ServiceDeployment | undefined;
	/** Tells which containers a task ends without; undefined when that is not known. */
	readonly definition?: TaskDefinition;
	readonly hasCheck: boolean;
};

/** A deployment in numbers, from one look at it. */
export function toRollout(sight: RolloutSight, followed: Followed): Omit<Rollout, 'moments' | 'bakeUntil'> {
	const { rollout } = followed;
	return {
		revisions: revisionsOf(sight, followed),
		...(rollout?.lifecycleStage === undefined ? {} : { stage: rollout.lifecycleStage }),
		...(isRollingBack(rollout) ? { rollingBack: true } : {}),
		failures: failuresOf(sight, followed),
		waitingFor: (rollout?.hooks ?? []).filter(({ status }) => status === 'AWAITING_ACTION'),
		alarms: rollout?.alarms?.triggeredAlarmNames ?? [],
	};
}

/** Whether it goes back, or is about to. */
export function isRollingBack(rollout: ServiceDeployment | undefined): boolean {
	return rollout !== undefined && /^(?:ROLLBACK_(?:REQUESTED|IN_PROGRESS)|STOP_REQUESTED)$/u.test(rollout.status);
}

function revisionsOf(sight: RolloutSight, { ours, rollout, hasCheck }: Followed): readonly RolloutRevision[] {
	const deployments = sight.service?.deployments ?? [];
	const own = deployments.filter(({ id }) => id === ours.deploymentId);
	const others = Map.groupBy(
		deployments.filter(({ id }) => id !== ours.deploymentId),
		({ taskDefinition }) => taskDefinition,
	);
	const health = (ids: readonly string[]) =>
		sight.tasks ? taskHealth(startedBy(sight.tasks, ids), sight, hasCheck) : {};
	return [
		...(own.length === 0 && rollout?.target === undefined
			? []
			: [
					{
						...counted(ours.taskDefinition, own, rollout?.target),
						isNew: true,
						...health([ours.deploymentId]),
						...trafficOf(rollout?.target),
					},
				]),
		...Array.from(others, ([taskDefinition, all]) => ({
			...counted(taskDefinition, all, undefined),
			isNew: false,
			...health(all.map(({ id }) => id)),
			...trafficOf(rollout?.sources?.find((source) => source.taskDefinition === taskDefinition)),
		})),
	];
}

/** From the service, whose deployments have an identity; else from what the service deployment tells of the revision. */
function counted(
	taskDefinition: string,
	deployments: readonly Deployment[],
	told: RevisionCounts | undefined,
): Omit<RolloutRevision, 'isNew'> {
	if (deployments.length === 0 && told) {
		return { taskDefinition, desired: told.requested, running: told.running, pending: told.pending };
	}
	const sum = (member: 'desiredCount' | 'runningCount' | 'pendingCount') =>
		deployments.reduce((total, one) => total + one[member], 0);
	return { taskDefinition, desired: sum('desiredCount'), running: sum('runningCount'), pending: sum('pendingCount') };
}

function trafficOf(told: RevisionCounts | undefined): Pick<RolloutRevision, 'productionTraffic' | 'testTraffic'> {
	const { productionTraffic, testTraffic } = told ?? {};
	return {
		...(productionTraffic === undefined ? {} : { productionTraffic }),
		...(testTraffic === undefined ? {} : { testTraffic }),
	};
}

function startedBy(tasks: readonly Task[], ids: readonly string[]): readonly Task[] {
	return tasks.filter((task) => task.desiredStatus === 'RUNNING' && ids.includes(task.startedBy ?? ''));
}

/** ECS counts those since the last task that came up; the reasons are of all that it still remembers. */
function failuresOf(sight: RolloutSight, { ours, rollout, definition }: Followed): Failures {
	const breaker = rollout?.circuitBreaker;
	const own = sight.service?.deployments.find(({ id }) => id === ours.deploymentId);
	const watches = breaker !== undefined && breaker.status !== 'DISABLED';
	const groups = Map.groupBy(failedTasks(sight.tasks ?? [], ours.deploymentId), (task) =>
		failureWords(task, definition),
	);
	const reasons = Array.from(groups, ([text, tasks]) => ({
		text,
		count: tasks.length,
		newestTaskArn: tasks[0]?.taskArn ?? '',
	}));
	return {
		count: Math.max(watches ? breaker.failureCount : 0, own?.failedTasks ?? 0),
		...(watches && breaker.threshold > 0 ? { threshold: breaker.threshold } : {}),
		reasons: reasons.toSorted((a, b) => b.count - a.count),
	};
}
