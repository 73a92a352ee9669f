import type { DeploymentState, ServiceDeploymentState, ServiceRevisionState } from '../deployment.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { rolloutOf } from './rollout-of.ts';
import { say } from './say.ts';

/** Fails the PRIMARY deployment when its circuit breaker has tripped, and rolls back when the service wants so. */
export function tripBreaker(world: World, service: ServiceState): void {
	const primary = service.deployments[0];
	const rollout = primary && rolloutOf(service, primary);
	if (!primary || !rollout || primary.rolloutState !== 'IN_PROGRESS' || rollout.deploymentId !== primary.id) return;
	const { circuitBreaker, deploymentConfiguration } = rollout;
	if (circuitBreaker.status !== 'MONITORING' || circuitBreaker.failureCount < circuitBreaker.threshold) return;
	circuitBreaker.status = 'TRIGGERED';
	primary.rolloutState = 'FAILED';
	primary.rolloutStateReason = 'ECS deployment circuit breaker: tasks failed to start.';
	primary.updatedAt = rollout.updatedAt = world.clock.now;
	say(world, service, `(deployment ${primary.id}) deployment failed: tasks failed to start.`);
	if (!deploymentConfiguration.deploymentCircuitBreaker.rollback) return finish(world, rollout, 'STOPPED');
	const reason = 'Service deployment rolled back because the circuit breaker threshold was exceeded.';
	rollBack(world, service, rollout, reason);
}

/**
 * Brings back the last revision that was completely in place; without one the service stays as it is.
 * @param reason AWS's words for why, when the circuit breaker wants it; a person's wish has none
 */
export function rollBack(world: World, service: ServiceState, rollout: ServiceDeploymentState, reason?: string): void {
	const { now } = world.clock;
	const good = lastCompleted(service, rollout);
	const revision = service.revisions.find(({ serviceRevisionArn }) => serviceRevisionArn === good?.targetRevisionArn);
	if (!good || !revision) return finish(world, rollout, 'ROLLBACK_FAILED');
	const deployment = broughtBack(service, good, revision);
	Object.assign(deployment, {
		status: 'PRIMARY',
		serviceDeploymentArn: rollout.serviceDeploymentArn,
		failedTasks: 0,
		rolloutState: 'IN_PROGRESS',
		rolloutStateReason:
			reason === undefined
				? `ECS deployment ${deployment.id} in progress.`
				: `ECS deployment circuit breaker: rolling back to deploymentId ${deployment.id}.`,
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

function lastCompleted(service: ServiceState, but: ServiceDeploymentState): ServiceDeploymentState | undefined {
	return service.serviceDeployments.find(
		(each) => each !== but && each.createdAt <= but.createdAt && each.status === 'SUCCESSFUL',
	);
}

function finish(world: World, rollout: ServiceDeploymentState, status: 'STOPPED' | 'ROLLBACK_FAILED'): void {
	rollout.status = status;
	rollout.finishedAt = rollout.updatedAt = world.clock.now;
	if (status === 'STOPPED') rollout.stoppedAt = world.clock.now;
}
