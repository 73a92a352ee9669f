/** What a capacity provider of a cluster has, AWS's field names. */
export type CapacityProvider = {
	readonly name: string;
	/** FARGATE and FARGATE_SPOT have no group. */
	readonly group?: AutoScalingGroup;
	/** Whether ECS scales the group by what its tasks need, and to how much of it in percent. */
	readonly managedScaling?: { readonly enabled: boolean; readonly targetCapacity?: number };
};

/** An EC2 Auto Scaling group that gives a cluster its instances. */
export type AutoScalingGroup = {
	readonly name: string;
	readonly minSize: number;
	readonly maxSize: number;
	readonly desiredCapacity: number;
	readonly inService: number;
	/** Newest first, the last few. */
	readonly activities: readonly GroupActivity[];
};

/** Something that an Auto Scaling group did or failed to do; times are epoch ms. */
export type GroupActivity = {
	readonly description: string;
	readonly cause: string;
	/** Successful, Failed, InProgress … */
	readonly statusCode: string;
	readonly statusMessage?: string;
	readonly startTime: number;
};
