/** An ECS cluster, AWS's field names. */
export type Cluster = {
	readonly clusterArn: string;
	readonly clusterName: string;
	readonly region: string;
	readonly status: string;
	readonly activeServicesCount: number;
	readonly runningTasksCount: number;
	readonly pendingTasksCount: number;
	readonly registeredContainerInstancesCount: number;
	readonly capacityProviders: readonly string[];
	readonly tags: readonly Tag[];
};

export type Tag = { readonly key: string; readonly value: string };

/** Who is calling, from sts:GetCallerIdentity. */
export type Identity = { readonly account: string; readonly arn: string; readonly userId: string };
