import { lastSegment, regionOf } from '../model/arn.ts';
import type { AutoScalingGroup, CapacityProvider } from '../model/cluster-capacity.ts';
import { batches } from './batches.ts';
import type { Connections } from './connections.ts';
import { list } from './shapes/scalars.ts';
import { toAutoScalingGroup, toCapacityProvider } from './shapes/to-capacity-provider.ts';
import { withList } from './shapes/with-list.ts';

/** DescribeCapacityProviders' largest page (ECS API reference). */
const PROVIDERS_PAGE = 10;

/** Groups asked for at once: a page of DescribeAutoScalingGroups holds 50 unless told otherwise (Auto Scaling API reference). */
const GROUPS_PAGE = 50;

/** Of one group: enough to see what it has been trying lately. */
const ACTIVITIES = 10;

/** The capacity providers of a cluster, with the Auto Scaling groups behind them and what those did last. */
export async function readCapacityProviders(
	connections: Connections,
	clusterArn: string,
	signal?: AbortSignal,
): Promise<readonly CapacityProvider[]> {
	const connection = connections.to('ecs', regionOf(clusterArn));
	const { clusters } = await connection.call(
		'DescribeClusters',
		(ecs, options) => ecs.describeClusters({ clusters: [clusterArn] }, options).then(withList('clusters')),
		signal,
	);
	const names = list(clusters).flatMap((cluster) => list(cluster.capacityProviders));
	const answers = await Promise.all(
		batches(names, PROVIDERS_PAGE).map((capacityProviders) =>
			connection.call(
				'DescribeCapacityProviders',
				(ecs, options) =>
					ecs
						.describeCapacityProviders({ capacityProviders: [...capacityProviders] }, options)
						.then(withList('capacityProviders')),
				signal,
			),
		),
	);
	const providers = answers.flatMap((answer) => list(answer.capacityProviders));
	const groupOf = (provider: (typeof providers)[number]): string | undefined => {
		const arn = provider.autoScalingGroupProvider?.autoScalingGroupArn;
		return arn === undefined ? undefined : lastSegment(arn);
	};
	const groups = await readGroups(
		connections,
		regionOf(clusterArn),
		[...new Set(providers.flatMap((one) => groupOf(one) ?? []))],
		signal,
	);
	return providers.map((provider) => toCapacityProvider(provider, groups.get(groupOf(provider) ?? '')));
}

/** By name; those that are gone are left out. */
async function readGroups(
	connections: Connections,
	region: string,
	names: readonly string[],
	signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, AutoScalingGroup>> {
	if (names.length === 0) return new Map();
	const { DescribeAutoScalingGroupsCommand, DescribeScalingActivitiesCommand } =
		await import('./clients/auto-scaling.ts');
	const connection = connections.to('autoscaling', region);
	const described = await Promise.all(
		batches(names, GROUPS_PAGE).map((AutoScalingGroupNames) =>
			connection.call(
				'DescribeAutoScalingGroups',
				(client, options) =>
					client
						.send(new DescribeAutoScalingGroupsCommand({ AutoScalingGroupNames: [...AutoScalingGroupNames] }), options)
						.then(withList('AutoScalingGroups')),
				signal,
			),
		),
	);
	const groups = described.flatMap(({ AutoScalingGroups }) => list(AutoScalingGroups));
	return new Map(
		await Promise.all(
			groups.map(async (group) => {
				const query = { AutoScalingGroupName: group.AutoScalingGroupName, MaxRecords: ACTIVITIES };
				const { Activities } = await connection.call(
					'DescribeScalingActivities',
					(client, options) => client.send(new DescribeScalingActivitiesCommand(query), options),
					signal,
				);
				const shape = toAutoScalingGroup(group, Activities);
				return [shape.name, shape] as const;
			}),
		),
	);
}
