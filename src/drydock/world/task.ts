import type { ContainerState, HealthStatus } from './container.ts';
import type { PortBinding } from './placement/host-ports.ts';
import type { PlacementRequest } from './placement/placement-request.ts';
import type { Tag } from './task-definition.ts';
import type { TaskOverrides } from './task-overrides.ts';

/** ECS developer guide, task lifecycle. */
export type TaskStatus =
	| 'PROVISIONING'
	| 'PENDING'
	| 'ACTIVATING'
	| 'RUNNING'
	| 'DEACTIVATING'
	| 'STOPPING'
	| 'DEPROVISIONING'
	| 'STOPPED';

/** ECS API reference, TaskStopCode. */
export type StopCode =
	| 'TaskFailedToStart'
	| 'EssentialContainerExited'
	| 'UserInitiated'
	| 'ServiceSchedulerInitiated'
	| 'SpotInterruption'
	| 'TerminationNotice'
	| 'InfrastructureHealth';

/** A task, AWS's member names; times are epoch ms. Forgotten one hour after it stopped. */
export type TaskState = {
	readonly taskArn: string;
	readonly taskId: string;
	readonly clusterArn: string;
	readonly region: string;
	readonly taskDefinitionArn: string;
	/** `service:checkout` or `family:migrate`. */
	readonly group: string;
	/** The service it belongs to; absent for RunTask. */
	readonly serviceArn?: string;
	/** The deployment's id (`ecs-svc/…`) for service tasks, else what RunTask was given. */
	readonly startedBy?: string;
	lastStatus: TaskStatus;
	desiredStatus: 'RUNNING' | 'STOPPED';
	healthStatus: HealthStatus;
	readonly containers: readonly ContainerState[];
	readonly cpu: string;
	readonly memory: string;
	readonly launchType: string;
	readonly capacityProviderName?: string;
	/** Where it runs; absent on Fargate, and while it waits for an instance. */
	containerInstanceArn?: string;
	/** What it waits for, while it waits for an instance. */
	awaits?: PlacementRequest;
	/** Ports of its instance that it has. */
	portBindings: readonly PortBinding[];
	readonly platformVersion?: string;
	readonly platformFamily?: string;
	/** Unknown while it waits for an instance. */
	availabilityZone?: string;
	subnetId?: string;
	networkInterface?: NetworkInterface;
	readonly enableExecuteCommand: boolean;
	/** What RunTask was given instead of what the task definition says. */
	readonly overrides?: TaskOverrides;
	/** By which RunTask knows a call that it has answered before. */
	readonly clientToken?: string;
	connectivity?: 'CONNECTED' | 'DISCONNECTED';
	connectivityAt?: number;
	readonly createdAt: number;
	pullStartedAt?: number;
	pullStoppedAt?: number;
	startedAt?: number;
	stoppingAt?: number;
	executionStoppedAt?: number;
	stoppedAt?: number;
	stopCode?: StopCode;
	stoppedReason?: string;
	/** Counts the changes of the task, as AWS does. */
	version: number;
	tags: Tag[];
	/** Not to be stopped to scale in before this moment, epoch ms (UpdateTaskProtection). */
	protectedUntil?: number;
	/** Why the scheduler wants it gone, once it does: told in `stoppedReason` when it stops. */
	condemned?: Condemnation;
	/** What the scheduler made of it: set once, when it first counts as healthy, or as failed for its deployment. */
	verdict?: 'healthy' | 'failed';
};

/** Found unfit by a health check: the scheduler replaces the task. */
export type Condemnation = {
	readonly stoppedReason: string;
	/** A service event has told of its replacement. */
	announced: boolean;
};

/** The elastic network interface of an awsvpc task. */
export type NetworkInterface = {
	readonly attachmentId: string;
	readonly networkInterfaceId: string;
	readonly macAddress: string;
	readonly privateIpv4Address: string;
	readonly privateDnsName: string;
	readonly publicIpv4Address?: string;
	status: 'PRECREATED' | 'ATTACHING' | 'ATTACHED' | 'DETACHING' | 'DELETED';
};
