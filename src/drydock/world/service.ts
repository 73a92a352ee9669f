import type { DeploymentState, ServiceDeploymentState, ServiceRevisionState } from './deployment.ts';
import type { ServiceSettings } from './service-settings.ts';
import type { Tag } from './task-definition.ts';
import type { TaskSetState } from './task-set.ts';
import type { TrafficCurve } from './traffic.ts';

/** A service, AWS's member names; times are epoch ms. */
export type ServiceState = {
	readonly serviceArn: string;
	readonly serviceName: string;
	readonly clusterArn: string;
	readonly region: string;
	status: 'ACTIVE' | 'DRAINING' | 'INACTIVE';
	desiredCount: number;
	settings: ServiceSettings;
	/** Newest first; the first is PRIMARY. */
	readonly deployments: DeploymentState[];
	/** What a service that CodeDeploy deploys has instead; newest first. */
	readonly taskSets: TaskSetState[];
	/** Rollouts as the service deployment API tells them, newest first. */
	readonly serviceDeployments: ServiceDeploymentState[];
	readonly revisions: ServiceRevisionState[];
	/** Newest first, at most 100. */
	readonly events: ServiceEventState[];
	readonly taskArns: Set<string>;
	readonly createdAt: number;
	readonly createdBy: string;
	tags: Tag[];
	/** Absent: no requests reach it (a worker). */
	traffic?: TrafficCurve;
	readonly scheduler: SchedulerState;
};

export type ServiceEventState = { readonly id: string; readonly createdAt: number; readonly message: string };

/** What the service scheduler remembers between two looks at the service. */
export type SchedulerState = {
	/** The next look is planned for this moment (epoch ms). */
	lookAt?: number;
	/** Tasks in a row that stopped without reaching RUNNING. */
	failedStarts: number;
	/** No task is started before this moment: back-off after failed starts. */
	noStartBefore: number;
	/** No task is launched before this moment: the rate at which a service may launch. */
	noLaunchBefore: number;
	/** The service was steady at the last look. */
	steady: boolean;
	/** When each message was last written, to leave out duplicates. */
	readonly lastSaid: Map<string, number>;
	/** It could not place a task when it last tried, and why. */
	unplaced?: string;
	/** Targets registered since the last look, by target group. */
	readonly registered: Map<string, number>;
	/** Deregistered targets that no event has told of yet. */
	deregistered: DeregisteredTarget[];
};

type DeregisteredTarget = {
	readonly targetGroupArn: string;
	readonly taskArn: string;
	/** Of the deployment that started the task. */
	readonly deploymentId: string;
	/** When an event is to tell of it, epoch ms. */
	readonly toldAt: number;
};
