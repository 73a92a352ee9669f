import type { DeploymentState, ServiceDeploymentState, ServiceRevisionState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { isShifting } from '../shifting/is-shifting.ts';
import { returnTraffic } from '../shifting/return-traffic.ts';
import { endMonitoring } from './rollout-of.ts';
import { say } from './say.ts';

export type RollbackReason = {
	/** The service deployment's `statusReason`. */
	readonly reason: string;
	/** What the reason of the deployment that is brought back begins with. */
	readonly by?: string;
};

/**
 * Brings back the last revision that was completely in place, and the traffic with it; without one no more tasks are
 * started.
 * @param why AWS's words, when ECS itself wants it; a person's wish has none
 */
export function rollBack(
	world: World,
	service: ServiceState,
	rollout: ServiceDeploymentState,
	{ reason, by }: Partial<RollbackReason> = {},
): void {
	const { now } = world.clock;
	endMonitoring(rollout);
	const good = lastCompleted(service, rollout);
	const revision = service.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === good?.targetRevisionArn);
	if (!good || !revision) return giveUp(world, service, rollout);
	const deployment = broughtBack(service, good, revision);
	Object.assign(deployment, {
		status: 'PRIMARY',
		serviceDeploymentArn: rollout.serviceDeploymentArn,
		failedTasks: 0,
		rolloutState: 'IN_PROGRESS',
		rolloutStateReason:
			by === undefined
				? `ECS deployment ${deployment.id} in progress.`
				: `${by}: rolling back to deploymentId ${deployment.id}.`,
		updatedAt: now,
	} satisfies Partial<DeploymentState>);
	if (reason !== undefined) rollout.statusReason = reason;
	rollout.status = 'ROLLBACK_IN_PROGRESS';
	rollout.rollback = {
		...(reason !== undefined && { reason }),
		startedAt: now,
		serviceRevisionArn: revision.serviceRevisionArn,
	};
	rollout.updatedAt = now;
	// A rollback restores the revision; the deployment configuration and desired count are not part of one.
	const { deploymentConfiguration } = service.settings;
	service.settings = { ...revision.settings, deploymentConfiguration };
	service.scheduler.failedStarts = 0;
	service.scheduler.noStartBefore = 0;
	say(world, service, `rolling back to deployment ${deployment.id}.`);
	if (isShifting(rollout)) returnTraffic(world, service, rollout);
}

/** The good deployment itself, with the tasks it still has; as it was, when its last one is gone. It comes first. */
function broughtBack(
	service: ServiceState,
	good: ServiceDeploymentState,
	revision: ServiceRevisionState,
): DeploymentState {
	const { deployments } = service;
	const place = deployments.findIndex(({ id }) => id === good.deploymentId);
	const [kept] = place === -1 ? [] : deployments.splice(place, 1);
	const deployment: DeploymentState = kept ?? {
		id: good.deploymentId,
		status: 'PRIMARY',
		revision,
		serviceDeploymentArn: good.serviceDeploymentArn,
		failedTasks: 0,
		rolloutState: 'IN_PROGRESS',
		rolloutStateReason: '',
		createdAt: good.createdAt,
		updatedAt: good.createdAt,
	};
	for (const other of deployments) other.status = 'ACTIVE';
	deployments.unshift(deployment);
	return deployment;
}

/** The newest rollout that went through, before this one. */
export function lastCompleted(service: ServiceState, but?: ServiceDeploymentState): ServiceDeploymentState | undefined {
	return service.serviceDeployments.find(
		(each) => each !== but && !(but && each.createdAt > but.createdAt) && each.status === 'SUCCESSFUL',
	);
}

/** In AWS's words, seen in service deployments of many accounts. */
function giveUp({ clock: { now } }: World, { deployments }: ServiceState, rollout: ServiceDeploymentState): void {
	rollout.status = 'ROLLBACK_FAILED';
	rollout.statusReason = 'No rollback candidate was found to run the rollback.';
	rollout.finishedAt = rollout.updatedAt = now;
	const own = deployments.find(({ id }) => id === rollout.deploymentId);
	if (own) own.rolloutState = 'FAILED';
}
