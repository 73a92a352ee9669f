import { AwsFault } from '../../wire/handler.ts';
import type { ServiceDeploymentState } from '../../world/deployment.ts';
import type { ServiceState } from '../../world/service.ts';
import type { World } from '../../world/world.ts';

/** A service deployment with its service. */
type Found = { readonly service: ServiceState; readonly rollout: ServiceDeploymentState };

/** The service deployment of an ARN; undefined when there is none. */
export function serviceDeploymentOf(world: World, arn: string): Found | undefined {
	const service = serviceOfPart(world, arn);
	const rollout = service?.serviceDeployments.find(({ serviceDeploymentArn }) => serviceDeploymentArn === arn);
	return service && rollout && { service, rollout };
}

/** @throws {AwsFault} ServiceDeploymentNotFoundException, in the words of the ECS developer guide (troubleshooting blue/green deployments) */
export function findServiceDeployment(world: World, arn: string): Found {
	const found = serviceDeploymentOf(world, arn);
	if (found) return found;
	throw new AwsFault('ServiceDeploymentNotFoundException', 'The service deployment does not exist.');
}

/** `arn:…:service-deployment/prod/checkout/…`, and so for a service revision -> the service checkout in prod. */
export function serviceOfPart(world: World, arn: string): ServiceState | undefined {
	const [head, cluster, name] = arn.split('/');
	return world.services.get(`${head?.replace(/service-(deployment|revision)$/, 'service')}/${cluster}/${name}`);
}
