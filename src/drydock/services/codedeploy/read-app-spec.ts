import { parseDocument } from 'yaml';
import { AwsFault } from '../../wire/handler.ts';
import type { EcsAppSpec } from '../../world/code-deploy/deployment.ts';

type Members = Readonly<Record<string, unknown>>;

/**
 * What an AppSpec for ECS says, in JSON or YAML, its names in capitals or not (CodeDeploy user guide, "AppSpec file structure
 * for Amazon ECS deployments").
 * @throws {AwsFault} InvalidRevisionException, in the words of its API reference
 */
export function readAppSpec(content: string): EcsAppSpec {
	const document = parseDocument(content);
	const [resource] = document.errors.length > 0 ? [] : listIn(document.toJS(), 'Resources');
	const [service] = Object.values(asMembers(resource));
	const properties = asMembers(memberIn(service, 'Properties'));
	const balancer = memberIn(properties, 'LoadBalancerInfo');
	const taskDefinition = memberIn(properties, 'TaskDefinition');
	const containerName = memberIn(balancer, 'ContainerName');
	const containerPort = Number(memberIn(balancer, 'ContainerPort'));
	if (typeof taskDefinition !== 'string' || typeof containerName !== 'string' || Number.isNaN(containerPort)) {
		throw new AwsFault('InvalidRevisionException', 'The revision was specified in an invalid format.');
	}
	const platformVersion = memberIn(properties, 'PlatformVersion');
	const strategy = listIn(properties, 'CapacityProviderStrategy');
	return {
		taskDefinition,
		containerName,
		containerPort,
		...(typeof platformVersion === 'string' && { platformVersion }),
		...(strategy.length > 0 && {
			capacityProviderStrategy: strategy.map((item) => ({
				capacityProvider: String(memberIn(item, 'CapacityProvider')),
				weight: Number(memberIn(item, 'Weight') ?? 0),
				base: Number(memberIn(item, 'Base') ?? 0),
			})),
		}),
	};
}

function memberIn(value: unknown, name: string): unknown {
	return Object.entries(asMembers(value)).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

function listIn(value: unknown, name: string): readonly unknown[] {
	const list = memberIn(value, name);
	return Array.isArray(list) ? list : [];
}

function asMembers(value: unknown): Members {
	return typeof value === 'object' && value !== null ? (value as Members) : {};
}
