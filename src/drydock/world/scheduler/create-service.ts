import { ecsArn } from '../arn.ts';
import type { ClusterState } from '../cluster.ts';
import type { ServiceSettings } from '../service-settings.ts';
import type { ServiceState } from '../service.ts';
import type { Tag } from '../task-definition.ts';
import type { World } from '../world.ts';

/** What CreateService asks for. */
export type ServiceInput = {
	readonly cluster: ClusterState;
	readonly serviceName: string;
	readonly desiredCount: number;
	readonly settings: ServiceSettings;
	/** Epoch ms. */
	readonly createdAt: number;
	readonly createdBy: string;
	readonly tags: readonly Tag[];
};

/** Adds a service to its cluster; it has no deployment yet. */
export function createService(world: World, input: ServiceInput): ServiceState {
	const { cluster, serviceName } = input;
	const service: ServiceState = {
		serviceArn: ecsArn(world, cluster.region, 'service', cluster.clusterName, serviceName),
		serviceName,
		clusterArn: cluster.clusterArn,
		region: cluster.region,
		status: 'ACTIVE',
		desiredCount: input.desiredCount,
		settings: input.settings,
		deployments: [],
		taskSets: [],
		serviceDeployments: [],
		revisions: [],
		events: [],
		taskArns: new Set(),
		createdAt: input.createdAt,
		createdBy: input.createdBy,
		tags: [...input.tags],
		scheduler: {
			failedStarts: 0,
			noStartBefore: 0,
			noLaunchBefore: 0,
			steady: false,
			lastSaid: new Map(),
			registered: new Map(),
			deregistered: [],
		},
	};
	world.services.set(service.serviceArn, service);
	cluster.serviceArns.add(service.serviceArn);
	return service;
}
