/** An EC2 instance that its agent has registered with a cluster, AWS's member names; times are epoch ms. */
export type ContainerInstanceState = {
	readonly containerInstanceArn: string;
	/** The ARN's last part: 32 hexadecimal digits. */
	readonly id: string;
	readonly clusterArn: string;
	readonly region: string;
	readonly ec2InstanceId: string;
	readonly instanceType: string;
	readonly capacityProviderName?: string;
	readonly attributes: readonly InstanceAttribute[];
	readonly registeredAt: number;
	/** DRAINING takes no tasks. */
	status: 'ACTIVE' | 'DRAINING';
	agentConnected: boolean;
	/** Tasks that have something of it: those that stop, too, until they have STOPPED. */
	readonly taskArns: Set<string>;
	/** Counts the changes, as AWS does. */
	version: number;
};

/** A capability or trait: `ecs.instance-type` = `m5.large`. */
export type InstanceAttribute = { readonly name: string; readonly value?: string };

/** The value of an instance's attribute; undefined when it has none of that name. */
export function attributeOf({ attributes }: ContainerInstanceState, name: string): string | undefined {
	return attributes.find((attribute) => attribute.name === name)?.value;
}
