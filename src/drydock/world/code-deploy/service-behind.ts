import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';
import type { ApplicationState, DeploymentGroupState } from './application.ts';

/** The service that a group deploys. */
export function serviceBehind(world: World, { serviceArn, deploymentGroupName }: DeploymentGroupState): ServiceState {
	const service = world.services.get(serviceArn);
	if (!service) throw new Error(`${deploymentGroupName} has lost its service`);
	return service;
}

/** The group that deploys a service, with its application; undefined when none does. */
export function groupOf(
	world: World,
	{ serviceArn }: ServiceState,
): { readonly application: ApplicationState; readonly group: DeploymentGroupState } | undefined {
	for (const application of world.codeDeploy.values()) {
		const group = [...application.groups.values()].find((each) => each.serviceArn === serviceArn);
		if (group) return { application, group };
	}
	return undefined;
}
