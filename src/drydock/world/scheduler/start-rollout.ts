import { ecsArn, nameOf } from '../arn.ts';
import type { DeploymentState, ServiceDeploymentState, ServiceRevisionState } from '../deployment.ts';
import { imageDigest } from '../lifecycle/image-digest.ts';
import { digits, next } from '../random.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import { breakerThreshold } from './circuit-breaker.ts';
import { endMonitoring, rolloutOf } from './rollout-of.ts';

/** Begins to bring in the service's present settings: a new revision, a new PRIMARY deployment, a service deployment. */
export function startRollout(world: World, service: ServiceState): DeploymentState {
	const { now } = world.clock;
	supersede(world, service);
	const revision = createRevision(world, service);
	const rollout = createServiceDeployment(world, service, revision);
	const deployment: DeploymentState = {
		id: rollout.deploymentId,
		status: 'PRIMARY',
		revision,
		serviceDeploymentArn: rollout.serviceDeploymentArn,
		failedTasks: 0,
		rolloutState: 'IN_PROGRESS',
		rolloutStateReason: `ECS deployment ${rollout.deploymentId} in progress.`,
		createdAt: now,
		updatedAt: now,
	};
	for (const older of service.deployments) older.status = 'ACTIVE';
	service.deployments.unshift(deployment);
	service.revisions.unshift(revision);
	service.serviceDeployments.unshift(rollout);
	service.scheduler.failedStarts = 0;
	service.scheduler.noStartBefore = 0;
	service.scheduler.steady = false;
	return deployment;
}

/** `ecs-svc/` and 19 digits. */
function deploymentId(world: World): string {
	return `ecs-svc/${digits(world.random, 19)}`;
}

/** A rollout that another one overtakes is stopped. */
function supersede(world: World, service: ServiceState): void {
	const current = service.deployments[0];
	const rollout = current && rolloutOf(service, current);
	if (!rollout || !current || current.rolloutState !== 'IN_PROGRESS') return;
	rollout.status = 'STOPPED';
	rollout.stoppedAt = rollout.finishedAt = rollout.updatedAt = world.clock.now;
	endMonitoring(rollout);
}

/** The settings of a service as something to bring in, with the digests that its tags stand for now. */
export function createRevision(
	world: World,
	service: Pick<ServiceState, 'settings' | 'region' | 'clusterArn' | 'serviceName'>,
): ServiceRevisionState {
	const { settings, region, clusterArn, serviceName } = service;
	const containers = world.taskDefinitions.get(settings.taskDefinition)?.containerDefinitions ?? [];
	return {
		serviceRevisionArn: ecsArn(
			world,
			region,
			'service-revision',
			nameOf(clusterArn),
			serviceName,
			digits(world.random, 19),
		),
		settings,
		containerImages: containers.map(({ name, image }) => ({
			containerName: name,
			image,
			imageDigest: imageDigest(image),
		})),
		createdAt: world.clock.now,
	};
}

function createServiceDeployment(
	world: World,
	service: ServiceState,
	revision: ServiceRevisionState,
): ServiceDeploymentState {
	const { now } = world.clock;
	const { region, clusterArn, serviceName, settings } = service;
	const { deploymentConfiguration } = settings;
	const breaker = deploymentConfiguration.deploymentCircuitBreaker;
	return {
		serviceDeploymentArn: ecsArn(
			world,
			region,
			'service-deployment',
			nameOf(clusterArn),
			serviceName,
			rolloutName(world),
		),
		status: 'PENDING',
		sourceRevisionArns: service.deployments.map((deployment) => deployment.revision.serviceRevisionArn),
		targetRevisionArn: revision.serviceRevisionArn,
		deploymentId: deploymentId(world),
		deploymentConfiguration,
		circuitBreaker: {
			status: breaker.enable ? 'MONITORING' : 'DISABLED',
			failureCount: 0,
			threshold: breakerThreshold(service.desiredCount),
		},
		createdAt: now,
		updatedAt: now,
	};
}

/** 21 characters, as in `NCWGC2ZR-taawPAYrIaU5`. */
function rolloutName({ random }: World): string {
	const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
	return Array.from({ length: 21 }, () => alphabet[Math.floor(next(random) * 62)]).join('');
}
