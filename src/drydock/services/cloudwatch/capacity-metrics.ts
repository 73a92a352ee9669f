import type { Metric } from '@aws-sdk/client-cloudwatch';
import type { MetricName } from '../../load/metric-book.ts';
import { groupOf } from '../../world/capacity/provider-of.ts';
import { nameOf } from '../../world/arn.ts';
import type { Look } from './look.ts';

/** A metric of instances, and the ARN of what it is about. */
type CapacityMetric = { readonly arn: string; readonly metric: Metric & { readonly MetricName: MetricName } };

/** The metrics of a region's clusters and capacity providers that have been measured. */
export function capacityMetrics({ world, book, region }: Look): readonly CapacityMetric[] {
	const clusters = [...world.clusters.values()]
		.filter((cluster) => cluster.region === region && book.has(cluster.clusterArn))
		.flatMap(({ clusterArn, clusterName }) =>
			(['CPUReservation', 'MemoryReservation'] as const).map((MetricName): CapacityMetric => ({
				arn: clusterArn,
				metric: { Namespace: 'AWS/ECS', MetricName, Dimensions: [{ Name: 'ClusterName', Value: clusterName }] },
			})),
		);
	const providers = [...world.capacityProviders.values()]
		.filter((provider) => provider.region === region && book.has(provider.capacityProviderArn))
		.map((provider): CapacityMetric => ({
			arn: provider.capacityProviderArn,
			metric: {
				Namespace: 'AWS/ECS/ManagedScaling',
				MetricName: 'CapacityProviderReservation',
				Dimensions: [
					{ Name: 'CapacityProviderName', Value: provider.name },
					{ Name: 'ClusterName', Value: nameOf(groupOf(world, provider)?.clusterArn ?? '') },
				],
			},
		}));
	return [...clusters, ...providers];
}
