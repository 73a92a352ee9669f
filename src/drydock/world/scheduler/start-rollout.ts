import { ecsArn, nameOf } from '../arn.ts';
import type { DeploymentState, ServiceDeploymentState, ServiceRevisionState } from '../deployment.ts';
import { imageDigest } from '../lifecycle/image-digest.ts';
import { digits, text62 } from '../random.ts';
import type { ServiceState } from '../service.ts';
import { isUnderWay, stageOf } from '../shifting/is-shifting.ts';
import { standIn } from '../shifting/stand-in.ts';
import { startShift } from '../shifting/start-shift.ts';
import { giveAllTraffic } from '../shifting/traffic.ts';
import type { World } from '../world.ts';
import { breakerThreshold } from './circuit-breaker.ts';
import { lastCompleted } from './roll-back.ts';
import { endMonitoring, rolloutOf } from './rollout-of.ts';
import { watchedAlarms } from './trip-alarms.ts';

/** Begins to bring in the service's present settings: a new revision, a new PRIMARY deployment, a service deployment. */
export function startRollout(world: World, service: ServiceState): DeploymentState {
	const { now } = world.clock;
	supersede(world, service);
	const source = servingDeployment(service);
	const revision = createRevision(world, service, source);
	const rollout = createServiceDeployment(world, service, revision, source);
	// Whatever share another rollout had: until this one takes its own, the revision that serves has all of it.
	giveAllTraffic(world, source?.revision ?? revision);
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

/** The deployment that a new one takes over from: the last that was completely in place. */
function servingDeployment(service: ServiceState): DeploymentState | undefined {
	const id = lastCompleted(service)?.deploymentId;
	return service.deployments.find((deployment) => deployment.id === id);
}

/** `ecs-svc/` and 19 digits. */
function deploymentId(world: World): string {
	return `ecs-svc/${digits(world.random, 19)}`;
}

/** A rollout that another one overtakes is stopped. */
function supersede(world: World, service: ServiceState): void {
	const current = service.deployments[0];
	const rollout = current && rolloutOf(service, current);
	if (!rollout || !isUnderWay(rollout)) return;
	// One that has only to clean up has done what it was to.
	const isThrough = rollout.status === 'IN_PROGRESS' && stageOf(rollout) === 'CLEAN_UP';
	rollout.status = isThrough ? 'SUCCESSFUL' : 'STOPPED';
	rollout.finishedAt = rollout.updatedAt = world.clock.now;
	if (!isThrough) rollout.stoppedAt = world.clock.now;
	endMonitoring(rollout);
}

/** The settings of a service as something to bring in, with the digests that its tags stand for now. */
export function createRevision(
	world: World,
	service: Pick<ServiceState, 'settings' | 'region' | 'clusterArn' | 'serviceName'>,
	source?: DeploymentState,
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
		loadBalancers: standIn(settings, source?.revision),
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
	source: DeploymentState | undefined,
): ServiceDeploymentState {
	const { now } = world.clock;
	const { region, clusterArn, serviceName, settings } = service;
	const { deploymentConfiguration } = settings;
	const shift = startShift(world, service, source);
	const breaker = deploymentConfiguration.deploymentCircuitBreaker;
	return {
		serviceDeploymentArn: ecsArn(
			world,
			region,
			'service-deployment',
			nameOf(clusterArn),
			serviceName,
			// As in `NCWGC2ZR-taawPAYrIaU5`.
			text62(world.random, 21),
		),
		status: 'PENDING',
		sourceRevisionArns: service.deployments.map((deployment) => deployment.revision.serviceRevisionArn),
		targetRevisionArn: revision.serviceRevisionArn,
		deploymentId: deploymentId(world),
		deploymentConfiguration,
		circuitBreaker: {
			status: breaker.enable ? 'MONITORING' : 'DISABLED',
			failureCount: 0,
			threshold: breakerThreshold(service.desiredCount, breaker),
		},
		alarms: watchedAlarms(world, service),
		...(shift && { shift }),
		createdAt: now,
		updatedAt: now,
	};
}
