/** One target of a target group with its health, AWS's field names. */
export type TargetHealth = {
	/** Where it is not known, all targets count as one group. */
	readonly targetGroupArn?: string;
	readonly id: string;
	readonly port: number;
	readonly availabilityZone?: string;
	/** initial | healthy | unhealthy | unused | draining | unavailable | unhealthy.draining */
	readonly state: string;
	readonly reason?: string;
	readonly description?: string;
};

/** A target group: how it checks, and what it found. */
export type TargetGroup = {
	readonly targetGroupArn: string;
	readonly targetGroupName: string;
	readonly protocol?: string;
	readonly port?: number;
	readonly targetType?: string;
	readonly healthCheckProtocol?: string;
	readonly healthCheckPath?: string;
	readonly healthCheckPort?: string;
	readonly healthCheckIntervalSeconds?: number;
	readonly healthCheckTimeoutSeconds?: number;
	readonly healthyThresholdCount?: number;
	readonly unhealthyThresholdCount?: number;
	readonly matcher?: string;
	readonly loadBalancerArns: readonly string[];
};
