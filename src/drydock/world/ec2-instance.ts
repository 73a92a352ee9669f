/** An EC2 instance of an Auto Scaling group; times are epoch ms. Terminated ones are known for an hour more. */
export type Ec2InstanceState = {
	readonly instanceId: string;
	readonly instanceType: string;
	readonly imageId: string;
	readonly region: string;
	readonly availabilityZone: string;
	readonly vpcId: string;
	readonly subnetId: string;
	readonly privateIpAddress: string;
	readonly launchedAt: number;
	state: 'pending' | 'running' | 'shutting-down' | 'terminated';
	readonly autoScalingGroupName: string;
	/** Auto Scaling API reference, LifecycleState. `Terminating:Wait`: ECS drains it first. */
	lifecycleState: 'Pending' | 'InService' | 'Terminating:Wait' | 'Terminating' | 'Terminated';
	protectedFromScaleIn: boolean;
	/** Once its agent has registered it. */
	containerInstanceArn?: string;
};
