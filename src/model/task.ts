/** An ECS task, AWS's field names; times are epoch ms; texts are clean. */
export type Task = {
	readonly taskArn: string;
	readonly clusterArn: string;
	/** `service:checkout` or `family:migrate`. */
	readonly group: string;
	readonly taskDefinitionArn: string;
	/** PROVISIONING | PENDING | ACTIVATING | RUNNING | DEACTIVATING | STOPPING | DEPROVISIONING | STOPPED */
	readonly lastStatus: string;
	readonly desiredStatus: string;
	/** HEALTHY | UNHEALTHY | UNKNOWN, over the essential containers, as AWS reports it. */
	readonly healthStatus: string;
	readonly cpu?: string;
	readonly memory?: string;
	readonly launchType?: string;
	readonly capacityProviderName?: string;
	readonly platformVersion?: string;
	readonly availabilityZone?: string;
	readonly connectivity?: string;
	/** The deployment's id for service tasks (`ecs-svc/…`), else whatever RunTask was given. */
	readonly startedBy?: string;
	readonly createdAt?: number;
	readonly pullStartedAt?: number;
	readonly pullStoppedAt?: number;
	readonly startedAt?: number;
	readonly stoppingAt?: number;
	readonly executionStoppedAt?: number;
	readonly stoppedAt?: number;
	readonly stopCode?: string;
	readonly stoppedReason?: string;
	readonly containers: readonly Container[];
	readonly privateIpv4Address?: string;
	readonly subnetId?: string;
	readonly networkInterfaceId?: string;
	readonly containerInstanceArn?: string;
	readonly enableExecuteCommand: boolean;
};

const SERVICE = 'service:';

export type Container = {
	readonly name: string;
	readonly lastStatus: string;
	readonly healthStatus?: string;
	readonly exitCode?: number;
	readonly reason?: string;
	readonly image?: string;
	readonly imageDigest?: string;
	readonly runtimeId?: string;
	readonly cpu?: string;
	readonly memory?: string;
	readonly memoryReservation?: string;
};

/** When it began to end. That is known first, and stays; a task is STOPPED only a minute later. */
export function endedAt({ stoppingAt, stoppedAt }: Pick<Task, 'stoppingAt' | 'stoppedAt'>): number | undefined {
	return stoppingAt ?? stoppedAt;
}

/** When it came to where it is: stopped, started, or asked for. */
export function lastStepAt(task: Task): number | undefined {
	return (task.stoppedAt === undefined ? undefined : endedAt(task)) ?? task.startedAt ?? task.createdAt;
}

/** Those that are there first, newest on top; then the stopped ones, the last to stop on top. */
export function byLastStep(a: Task, b: Task): number {
	return (
		Number(a.lastStatus === 'STOPPED') - Number(b.lastStatus === 'STOPPED') ||
		(lastStepAt(b) ?? 0) - (lastStepAt(a) ?? 0) ||
		a.taskArn.localeCompare(b.taskArn)
	);
}

/** The group that ECS puts a service's tasks into. */
export function serviceGroup(serviceName: string): string {
	return `${SERVICE}${serviceName}`;
}

/** The service a task belongs to, from its group; undefined for standalone tasks. */
export function serviceNameOf(task: Pick<Task, 'group'>): string | undefined {
	return task.group.startsWith(SERVICE) ? task.group.slice(SERVICE.length) : undefined;
}
