import { arnOf } from '../world/arn.ts';
import { DAY, MINUTE } from '../world/clock.ts';
import type { ClusterState } from '../world/cluster.ts';
import { pipelineArn } from './pipeline-arn.ts';
import { registerTaskDefinition } from '../world/register-task-definition.ts';
import { createRepositories } from '../world/registry.ts';
import type { TaskDefinitionState } from '../world/task-definition.ts';
import type { World } from '../world/world.ts';
import { buildContainers } from './build-containers.ts';
import { grantSecrets } from './build-secrets.ts';
import { networkModeOf, runsOnInstances } from './runs-on-instances.ts';
import type { ServiceTraits, SidecarEntry } from './service-schema.ts';

/**
 * Registers the revision in place and the one before it, a few days older.
 * @returns the revision in place
 */
export function buildRevisions(
	world: World,
	cluster: ClusterState,
	traits: ServiceTraits & { readonly name: string },
	sidecars: Readonly<Record<string, SidecarEntry>>,
): { readonly present: TaskDefinitionState; readonly before?: TaskDefinitionState } {
	const revision = traits.revision ?? 1;
	const isEc2 = runsOnInstances(traits);
	const deployedAt = world.clock.now - (traits.deployed ?? DAY);
	const register = (number: number, registeredAt: number): TaskDefinitionState => {
		const image = number === revision && traits.image !== undefined ? traits.image : `${traits.name}:${number}`;
		const containerDefinitions = buildContainers(world, cluster, { ...traits, image }, sidecars);
		createRepositories(world, containerDefinitions);
		return registerTaskDefinition(world, {
			region: cluster.region,
			family: traits.name,
			revision: number,
			registeredAt,
			registeredBy: pipelineArn(world),
			networkMode: networkModeOf(traits),
			// On instances the containers say what they take.
			...(!isEc2 && { cpu: String(traits.cpu ?? 256), memory: String(traits.memory ?? 512) }),
			taskRoleArn: arnOf(world, 'iam', '', `role/${traits.name}-task`),
			executionRoleArn: grantSecrets(world, cluster, traits.executionRole),
			requiresCompatibilities: [isEc2 ? 'EC2' : 'FARGATE'],
			runtimePlatform: { cpuArchitecture: traits.architecture ?? 'X86_64', operatingSystemFamily: 'LINUX' },
			containerDefinitions,
			tags: [],
			other: {},
		});
	};
	const before = revision > 1 ? register(revision - 1, deployedAt - 5 * DAY) : undefined;
	return { present: register(revision, deployedAt - 2 * MINUTE), ...(before && { before }) };
}
