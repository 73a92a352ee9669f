/** An Auto Scaling group whose instances join a cluster, the API's member names in camel case; times are epoch ms. */
export type AutoScalingGroupState = {
	readonly autoScalingGroupName: string;
	readonly autoScalingGroupArn: string;
	readonly region: string;
	/** What the user data of its instances tells their agents. */
	readonly clusterArn: string;
	readonly instanceType: string;
	readonly subnetIds: readonly string[];
	minSize: number;
	maxSize: number;
	desiredCapacity: number;
	readonly newInstancesProtectedFromScaleIn: boolean;
	readonly createdAt: number;
	/** Those that are not terminated. */
	readonly instanceIds: Set<string>;
	/** Newest first. */
	readonly activities: GroupActivityState[];
};

/** A launch or termination, as DescribeScalingActivities tells of it. */
export type GroupActivityState = {
	readonly activityId: string;
	readonly description: string;
	readonly cause: string;
	/** JSON. */
	readonly details: string;
	readonly startedAt: number;
	endedAt?: number;
	statusCode: 'InProgress' | 'Successful';
};

/** The key of a group, and of a capacity provider, in the world. */
export function capacityKey(region: string, name: string): string {
	return `${region}/${name}`;
}
