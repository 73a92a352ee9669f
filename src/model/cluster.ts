import { matchesName } from './name-pattern.ts';

/** An ECS cluster, AWS's field names. */
export type Cluster = {
	readonly clusterArn: string;
	readonly clusterName: string;
	readonly region: string;
	readonly status: string;
	/** The counts are absent where the cluster may not be described. */
	readonly activeServicesCount?: number;
	readonly runningTasksCount?: number;
	readonly pendingTasksCount?: number;
	readonly registeredContainerInstancesCount?: number;
	readonly capacityProviders: readonly string[];
	readonly tags: readonly Tag[];
};

export type Tag = { readonly key: string; readonly value: string };

/** Who is calling, from sts:GetCallerIdentity. */
export type Identity = { readonly account: string; readonly arn: string; readonly userId: string };

/** Whether a name, a pattern of names or an ARN means this cluster. */
export function isNamed({ clusterName, clusterArn }: Cluster, name: string): boolean {
	return clusterArn === name || matchesName(name, clusterName);
}
