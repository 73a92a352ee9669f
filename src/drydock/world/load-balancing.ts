/** A load balancer, ELBv2's member names in camel case; times are epoch ms. */
export type LoadBalancerState = {
	readonly loadBalancerArn: string;
	readonly loadBalancerName: string;
	readonly region: string;
	readonly type: 'application' | 'network';
	readonly scheme: string;
	readonly dnsName: string;
	readonly vpcId: string;
	readonly subnetIds: readonly string[];
	readonly securityGroupIds: readonly string[];
	readonly createdAt: number;
};

/** A target group with how it checks and whom it sends requests to. Defaults: ELB user guide for application load balancers. */
export type TargetGroupState = {
	readonly targetGroupArn: string;
	readonly targetGroupName: string;
	readonly region: string;
	readonly protocol: string;
	readonly port: number;
	readonly vpcId: string;
	readonly targetType: 'ip' | 'instance';
	readonly healthCheck: TargetHealthCheck;
	/** deregistration_delay.timeout_seconds. */
	deregistrationDelaySeconds: number;
	readonly loadBalancerArns: readonly string[];
	/** By `<ip or instance id>:<port>`. */
	readonly targets: Map<string, TargetState>;
};

export type TargetHealthCheck = {
	readonly protocol: string;
	readonly path: string;
	/** `traffic-port` or a number. */
	readonly port: string;
	readonly intervalSeconds: number;
	readonly timeoutSeconds: number;
	readonly healthyThresholdCount: number;
	readonly unhealthyThresholdCount: number;
	/** HTTP codes that pass: `200`, `200-299`, `200,302`. */
	readonly matcher: string;
};

export type TargetState = {
	/** IP address, or instance id. */
	readonly id: string;
	readonly port: number;
	/** What the container listens on: another than `port` where the host has one of its own for it. */
	readonly containerPort: number;
	readonly availabilityZone: string;
	/** The task behind it. */
	readonly taskArn: string;
	state: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'unused';
	/** Elb.InitialHealthChecking, Target.ResponseCodeMismatch, Target.Timeout, Target.FailedHealthChecks … */
	reason?: string | undefined;
	description?: string | undefined;
	readonly registeredAt: number;
	/** Passed (positive) or failed (negative) checks in a row. */
	streak: number;
	/** The next check, epoch ms; a check whose outcome cannot change sleeps. */
	nextCheckAt?: number;
};

/** A listener rule that shares requests out by weight; rules that only forward are not kept. */
export type ListenerRuleState = {
	readonly ruleArn: string;
	readonly listenerArn: string;
	readonly loadBalancerArn: string;
	readonly region: string;
	/** The paths it is for. */
	readonly path: string;
	/** Weights (0 to 999) by target group ARN. */
	readonly weights: Map<string, number>;
};
