import { arnOf } from '../world/arn.ts';
import type { ClusterState } from '../world/cluster.ts';
import type { ContainerDefinition } from '../world/task-definition.ts';
import type { World } from '../world/world.ts';
import type { ServiceTraits } from './service-schema.ts';

/** Environment variables from secrets named `<cluster>/<service>/<variable>`, by their whole ARNs. */
export function secretsOf(
	world: World,
	{ region, clusterName }: ClusterState,
	service: string,
	variables: readonly string[],
): NonNullable<ContainerDefinition['secrets']> {
	return variables.map((name) => ({
		name,
		valueFrom: arnOf(world, 'secretsmanager', region, `secret:${clusterName}/${service}/${name.toLowerCase()}-a1B2c3`),
	}));
}

/** Writes the policy of an execution role; gives the role's ARN. */
export function grantSecrets(world: World, { region }: ClusterState, role: ServiceTraits['executionRole']): string {
	const arn = arnOf(world, 'iam', '', `role/${role?.name ?? 'ecsTaskExecutionRole'}`);
	if (role) {
		const patterns = role.mayRead.map((name) => arnOf(world, 'secretsmanager', region, `secret:${name}`));
		world.secretGrants.set(arn, patterns);
	}
	return arn;
}
