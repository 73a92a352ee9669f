import type {
	CreateClusterRequest,
	CreateClusterResponse,
	DescribeClustersRequest,
	DescribeClustersResponse,
	ListClustersRequest,
	ListClustersResponse,
	UpdateClusterSettingsRequest,
	UpdateClusterSettingsResponse,
} from '@aws-sdk/client-ecs';
import type { Call } from '../../wire/handler.ts';
import { ecsArn } from '../../world/arn.ts';
import type { ClusterState } from '../../world/cluster.ts';
import type { World } from '../../world/world.ts';
import { checkName } from './check-name.ts';
import { clusterShape } from './cluster-shape.ts';
import { clusterNamed, findCluster } from './find-cluster.ts';
import { listPage } from './list-page.ts';
import { checkAtMost } from './refuse.ts';
import { strategyFrom } from './strategy-from.ts';
import { tagsFrom } from './tags.ts';

export function listClusters(world: World, call: Call, input: ListClustersRequest): ListClustersResponse {
	const clusters = [...world.clusters.values()].filter(
		({ region, status }) => region === call.region && status === 'ACTIVE',
	);
	const { items, nextToken } = listPage(clusters, input, 100);
	return { clusterArns: items.map(({ clusterArn }) => clusterArn), nextToken };
}

export function describeClusters(world: World, call: Call, input: DescribeClustersRequest): DescribeClustersResponse {
	checkAtMost(100, 'cluster names', input.clusters);
	const names = input.clusters?.length ? input.clusters : ['default'];
	const response = { clusters: [] as NonNullable<DescribeClustersResponse['clusters']>, failures: [] as object[] };
	for (const name of names) {
		const cluster = clusterNamed(world, call, name);
		if (cluster) response.clusters.push(clusterShape(world, cluster, input.include));
		else response.failures.push({ arn: arnOrName(world, call, name), reason: 'MISSING' });
	}
	return response;
}

function arnOrName(world: World, { region }: Call, name: string): string {
	return name.startsWith('arn:') ? name : ecsArn(world, region, 'cluster', name);
}

/** An existing cluster of the name is given back as it is. */
export function createCluster(world: World, call: Call, input: CreateClusterRequest): CreateClusterResponse {
	const clusterName = input.clusterName ?? 'default';
	checkName(clusterName);
	const known = clusterNamed(world, call, clusterName);
	if (known) return { cluster: clusterShape(world, known, ['TAGS', 'SETTINGS']) };
	const cluster: ClusterState = {
		clusterArn: ecsArn(world, call.region, 'cluster', clusterName),
		clusterName,
		region: call.region,
		status: 'ACTIVE',
		capacityProviders: input.capacityProviders ?? [],
		defaultCapacityProviderStrategy: strategyFrom(input.defaultCapacityProviderStrategy),
		settings: settingsFrom(input.settings, [{ name: 'containerInsights', value: 'disabled' }]),
		tags: tagsFrom(input.tags),
		serviceArns: new Set(),
		taskArns: new Set(),
		containerInstanceArns: new Set(),
	};
	world.clusters.set(cluster.clusterArn, cluster);
	return { cluster: clusterShape(world, cluster, ['TAGS', 'SETTINGS']) };
}

export function updateClusterSettings(
	world: World,
	call: Call,
	input: UpdateClusterSettingsRequest,
): UpdateClusterSettingsResponse {
	const cluster = findCluster(world, call, input.cluster);
	cluster.settings = settingsFrom(input.settings, cluster.settings);
	return { cluster: clusterShape(world, cluster, ['SETTINGS']) };
}

function settingsFrom(
	given: CreateClusterRequest['settings'],
	before: readonly { readonly name: string; readonly value: string }[],
): { name: string; value: string }[] {
	const settings = new Map(before.map(({ name, value }) => [name, value]));
	for (const { name, value } of given ?? []) if (name !== undefined) settings.set(name, value ?? '');
	return [...settings].map(([name, value]) => ({ name, value }));
}
