import { arnOf } from '../world/arn.ts';
import type { ClusterState } from '../world/cluster.ts';
import type { ContainerDefinition, HealthCheck } from '../world/task-definition.ts';
import type { World } from '../world/world.ts';
import { networkModeOf, runsOnInstances } from './runs-on-instances.ts';
import type { ServiceTraits, SidecarEntry } from './service-schema.ts';

/** The container definitions of a service's revision: the main one, named like the service, then its sidecars. */
export function buildContainers(
	world: World,
	cluster: ClusterState,
	traits: ServiceTraits & { readonly name: string; readonly image: string },
	sidecars: Readonly<Record<string, SidecarEntry>>,
): ContainerDefinition[] {
	const { name, port } = traits;
	const registry = `${world.account}.dkr.ecr.${cluster.region}.amazonaws.com`;
	const main: ContainerDefinition = {
		name,
		image: `${registry}/${traits.image}`,
		cpu: 0,
		...(runsOnInstances(traits) && sizes(traits)),
		...(traits.containerCpu !== undefined && { cpu: traits.containerCpu }),
		essential: true,
		...(port !== undefined && { portMappings: [portMapping(port, 'http', hostPortOf(traits, port))] }),
		environment: pairs({ STAGE: 'production', LOG_LEVEL: 'info', ...traits.environment }),
		secrets: (traits.secrets ?? []).map((variable) => ({
			name: variable,
			valueFrom: arnOf(
				world,
				'secretsmanager',
				cluster.region,
				`secret:${cluster.clusterName}/${name}/${variable.toLowerCase()}-a1B2c3`,
			),
		})),
		...(traits.healthCheck && { healthCheck: shellCheck(traits.healthCheck) }),
		mountPoints: [],
		volumesFrom: [],
		systemControls: [],
		...logs(cluster, name),
	};
	const beside = (traits.sidecars ?? []).flatMap((sidecar) => {
		const entry = sidecars[sidecar];
		return entry ? [buildSidecar(cluster, name, sidecar, entry)] : [];
	});
	return [main, ...beside];
}

function buildSidecar(cluster: ClusterState, service: string, name: string, entry: SidecarEntry): ContainerDefinition {
	return {
		name,
		image: entry.image,
		cpu: entry.cpu ?? 0,
		...(entry.memory !== undefined && { memory: entry.memory }),
		...(entry.memoryReservation !== undefined && { memoryReservation: entry.memoryReservation }),
		essential: entry.essential,
		...(entry.port !== undefined && { portMappings: [portMapping(entry.port, name, entry.port)] }),
		environment: pairs(entry.environment ?? {}),
		...(entry.healthCheck && { healthCheck: shellCheck(entry.healthCheck) }),
		mountPoints: [],
		volumesFrom: [],
		systemControls: [],
		...logs(cluster, service),
	};
}

function sizes({ cpu = 256, memory = 512, memoryReservation }: ServiceTraits): Partial<ContainerDefinition> {
	return { cpu, memory, ...(memoryReservation !== undefined && { memoryReservation }) };
}

/** In bridge mode 0 lets the host choose. */
function hostPortOf(traits: ServiceTraits, port: number): number {
	return networkModeOf(traits) === 'bridge' ? (traits.hostPort ?? 0) : port;
}

function portMapping(
	containerPort: number,
	name: string,
	hostPort: number,
): Record<string, unknown> & { containerPort: number } {
	return { containerPort, hostPort, protocol: 'tcp', name, appProtocol: 'http' };
}

function shellCheck({ command, ...check }: NonNullable<ServiceTraits['healthCheck']>): HealthCheck {
	const timing = Object.fromEntries(Object.entries(check).filter(([, value]) => value !== undefined));
	return { interval: 30, timeout: 5, retries: 3, ...timing, command: ['CMD-SHELL', command] };
}

function logs({ region, clusterName }: ClusterState, service: string): Pick<ContainerDefinition, 'logConfiguration'> {
	const options = {
		'awslogs-group': `/ecs/${clusterName}/${service}`,
		'awslogs-region': region,
		'awslogs-stream-prefix': 'ecs',
	};
	return { logConfiguration: { logDriver: 'awslogs', options } };
}

function pairs(environment: Readonly<Record<string, string>>): { name: string; value: string }[] {
	return Object.entries(environment).map(([name, value]) => ({ name, value }));
}
