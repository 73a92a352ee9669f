import { digits } from '../random.ts';
import { createRevision } from '../scheduler/start-rollout.ts';
import { planLook } from '../scheduler/plan-look.ts';
import type { ServiceSettings } from '../service-settings.ts';
import type { ServiceState } from '../service.ts';
import type { TaskSetState } from '../task-set.ts';
import type { World } from '../world.ts';
import type { DeploymentGroupState } from './application.ts';
import type { CodeDeploymentState, EcsAppSpec } from './deployment.ts';

/** Puts a task set of these settings into a service, newest first; its tasks are started by the scheduler. */
export function addTaskSet(
	world: World,
	service: ServiceState,
	settings: ServiceSettings,
	by: Pick<CodeDeploymentState, 'deploymentId'>,
): TaskSetState {
	const { now } = world.clock;
	const set: TaskSetState = {
		id: `ecs-svc/${digits(world.random, 19)}`,
		status: 'ACTIVE',
		revision: createRevision(world, { ...service, settings }),
		scalePercent: 100,
		stabilityStatus: 'STABILIZING',
		stabilityStatusAt: now,
		externalId: by.deploymentId,
		createdAt: now,
		updatedAt: now,
	};
	service.taskSets.unshift(set);
	planLook(world, service);
	return set;
}

/** The service's settings with what an AppSpec says, behind the target group that does not serve. */
export function replacementSettings(
	service: ServiceState,
	{ targetGroupArns }: DeploymentGroupState,
	appSpec: EcsAppSpec,
): ServiceSettings {
	const { settings } = service;
	const serving = settings.loadBalancers[0]?.targetGroupArn;
	const { launchType: _, ...withoutLaunchType } = settings;
	return {
		...(appSpec.capacityProviderStrategy ? withoutLaunchType : settings),
		taskDefinition: appSpec.taskDefinition,
		...(appSpec.platformVersion !== undefined && { platformVersion: appSpec.platformVersion }),
		...(appSpec.capacityProviderStrategy && { capacityProviderStrategy: appSpec.capacityProviderStrategy }),
		loadBalancers: [
			{
				targetGroupArn: targetGroupArns.find((arn) => arn !== serving) ?? targetGroupArns[0],
				containerName: appSpec.containerName,
				containerPort: appSpec.containerPort,
			},
		],
	};
}

/** Makes one set the one that serves: what the service says of itself is what that set runs. */
export function makePrimary(world: World, service: ServiceState, id: string): void {
	for (const set of service.taskSets) {
		const status = set.id === id ? 'PRIMARY' : 'ACTIVE';
		if (set.status === status || set.status === 'DRAINING') continue;
		set.status = status;
		set.updatedAt = world.clock.now;
		if (status === 'PRIMARY') {
			const { taskDefinition, loadBalancers, platformVersion } = set.revision.settings;
			service.settings = { ...service.settings, taskDefinition, loadBalancers, platformVersion };
		}
	}
	planLook(world, service);
}

/** Takes the tasks of a set away; the scheduler forgets it when the last one has stopped. */
export function drainTaskSet(world: World, service: ServiceState, id: string | undefined): void {
	const set = service.taskSets.find((each) => each.id === id);
	if (!set || set.status === 'PRIMARY') return;
	set.status = 'DRAINING';
	set.scalePercent = 0;
	set.updatedAt = world.clock.now;
	planLook(world, service);
}
