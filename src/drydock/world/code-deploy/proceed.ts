import { after } from '../advance.ts';
import { MINUTE, SECOND } from '../clock.ts';
import type { World } from '../world.ts';
import type { DeploymentGroupState } from './application.ts';
import { isOver, type CodeDeploymentState, type LifecycleEventState } from './deployment.ts';
import { end } from './end-deployment.ts';
import { serviceBehind } from './service-behind.ts';
import { addTaskSet, drainTaskSet, makePrimary, replacementSettings } from './task-sets.ts';
import { weightAfter } from './traffic-config.ts';

/** An installation that takes longer has failed (ECS developer guide, "A timeout occurs while waiting for replacement task set"). */
const INSTALL_LIMIT = 60 * MINUTE;
const TIMED_OUT =
	'The deployment timed out while waiting for the replacement task set to become healthy. This time out period is 60 minutes.';

/** Ms between two looks at a deployment under way. */
const EVERY = 2 * SECOND;

/** Takes a deployment one step further, and comes back until it is over. */
export function proceed(world: World, group: DeploymentGroupState, deployment: CodeDeploymentState): void {
	if (isOver(deployment)) return;
	step(world, group, deployment);
	if (!isOver(deployment)) after(world, EVERY, () => proceed(world, group, deployment));
}

function step(world: World, group: DeploymentGroupState, deployment: CodeDeploymentState): void {
	const { now } = world.clock;
	if (deployment.status === 'Created') {
		deployment.status = 'InProgress';
		deployment.startedAt = now;
	}
	if (deployment.status === 'Ready') return waitForSomebody(world, group, deployment);
	const event = deployment.lifecycle.find(({ status }) => status === 'InProgress' || status === 'Pending');
	if (!event) return terminate(world, group, deployment);
	if (event.status === 'Pending') {
		if (event.name === 'BeforeAllowTraffic' && group.readyWait !== undefined && deployment.readySince === undefined) {
			deployment.status = 'Ready';
			deployment.readySince = now;
			return;
		}
		event.status = 'InProgress';
		event.startedAt = now;
		begin(world, group, deployment, event);
	} else if (hasEnded(world, group, deployment, event)) {
		event.status = 'Succeeded';
		event.endedAt = now;
	}
}

function begin(
	world: World,
	group: DeploymentGroupState,
	deployment: CodeDeploymentState,
	event: LifecycleEventState,
): void {
	if (event.name !== 'Install') return;
	const definition = world.taskDefinitions.get(deployment.appSpec.taskDefinition);
	if (definition?.status !== 'ACTIVE') {
		const why = definition ? 'TaskDefinition is inactive' : 'TaskDefinition not found.';
		end(world, group, deployment, 'Failed', {
			code: 'ECS_UPDATE_ERROR',
			message: `The ECS service cannot be updated due to an unexpected error: ${why} (Service: AmazonECS; Status Code: 400; Error Code: ClientException). Check your ECS service status`,
		});
		return;
	}
	const service = serviceBehind(world, group);
	// What a deployment without a rollback has left behind gives way to the next one.
	for (const { id } of service.taskSets) drainTaskSet(world, service, id);
	const settings = replacementSettings(service, group, deployment.appSpec);
	deployment.replacementId = addTaskSet(world, service, settings, deployment).id;
}

function hasEnded(
	world: World,
	group: DeploymentGroupState,
	deployment: CodeDeploymentState,
	event: LifecycleEventState,
): boolean {
	const service = serviceBehind(world, group);
	const elapsed = world.clock.now - (event.startedAt ?? 0);
	if (event.name === 'Install') {
		const set = service.taskSets.find(({ id }) => id === deployment.replacementId);
		if (set?.stabilityStatus === 'STEADY_STATE') return true;
		if (elapsed >= INSTALL_LIMIT) end(world, group, deployment, 'Failed', { code: 'TIMEOUT', message: TIMED_OUT });
		return false;
	}
	if (event.name !== 'AllowTraffic') return true;
	deployment.weight = weightAfter(deployment.configName, elapsed);
	if (deployment.weight < 100) return false;
	makePrimary(world, service, deployment.replacementId ?? '');
	return true;
}

function waitForSomebody(world: World, group: DeploymentGroupState, deployment: CodeDeploymentState): void {
	const until = (deployment.readySince ?? 0) + (group.readyWait ?? 0) * MINUTE;
	if (world.clock.now >= until) end(world, group, deployment, 'Stopped', { code: 'TIMEOUT' });
}

/** The old tasks stay for a while, to go back to at once; then they go, and it is over. */
function terminate(world: World, group: DeploymentGroupState, deployment: CodeDeploymentState): void {
	deployment.terminationSince ??= world.clock.now;
	if (world.clock.now < deployment.terminationSince + group.terminationWait * MINUTE) return;
	finish(world, group, deployment);
}

/** Ends it well, the waiting for the old tasks cut short. */
export function finish(world: World, group: DeploymentGroupState, deployment: CodeDeploymentState): void {
	drainTaskSet(world, serviceBehind(world, group), deployment.originalId);
	deployment.status = 'Succeeded';
	deployment.completedAt = world.clock.now;
}
