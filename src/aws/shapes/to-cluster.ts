import type * as ecs from '@aws-sdk/client-ecs';
import { lastSegment } from '../../model/arn.ts';
import type { Cluster } from '../../model/cluster.ts';
import { list, requiredText, texts } from './scalars.ts';
import { toTag } from './to-tag.ts';

/** @param region where it was read; ARNs of AWS-like servers do not always tell. */
export function toCluster(cluster: ecs.Cluster, region: string): Cluster {
	const clusterArn = requiredText(cluster.clusterArn);
	return {
		clusterArn,
		clusterName: requiredText(cluster.clusterName) || lastSegment(clusterArn),
		region,
		status: requiredText(cluster.status),
		activeServicesCount: cluster.activeServicesCount ?? 0,
		runningTasksCount: cluster.runningTasksCount ?? 0,
		pendingTasksCount: cluster.pendingTasksCount ?? 0,
		registeredContainerInstancesCount: cluster.registeredContainerInstancesCount ?? 0,
		capacityProviders: texts(cluster.capacityProviders),
		tags: list(cluster.tags).map(toTag),
	};
}

/** A cluster that may not be described: what its ARN tells, and no counts. */
export function bareCluster(arn: string, region: string): Cluster {
	const clusterArn = requiredText(arn);
	return { clusterArn, clusterName: lastSegment(clusterArn), region, status: '-', capacityProviders: [], tags: [] };
}
