import type { Attribute } from './task-needs.ts';

/** A machine that a cluster runs tasks on, with what is left of it. */
export type ContainerInstance = {
	readonly containerInstanceArn: string;
	/** Absent for machines that are not EC2's. */
	readonly ec2InstanceId?: string;
	/** ACTIVE takes tasks, DRAINING does not. */
	readonly status: string;
	readonly agentConnected: boolean;
	readonly capacityProviderName?: string;
	/** `t3.small` */
	readonly instanceType?: string;
	readonly runningTasksCount?: number;
	readonly pendingTasksCount?: number;
	/** What tasks may have of it when it is empty: units and MiB. */
	readonly registered?: { readonly cpu: number; readonly memory: number };
	/** Units, MiB, and host ports that are taken (`80`), as DescribeContainerInstances tells of `remainingResources`. */
	readonly remaining: {
		readonly cpu: number;
		readonly memory: number;
		readonly takenPorts: readonly string[];
		readonly takenUdpPorts: readonly string[];
	};
	readonly attributes: readonly Attribute[];
};
