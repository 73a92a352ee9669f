import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { LoadBalancer, ServiceSettings } from './service-settings.ts';
import type { ShiftState } from './shift.ts';

/** One entry of a service's `deployments`, AWS's member names; times are epoch ms. */
export type DeploymentState = {
	/** `ecs-svc/<19 digits>`; its tasks carry it in `startedBy`. */
	readonly id: string;
	status: 'PRIMARY' | 'ACTIVE' | 'INACTIVE';
	/** What its tasks are started with. */
	readonly revision: ServiceRevisionState;
	/** What it carries out: its own rollout, or the rollback of a later one. */
	serviceDeploymentArn: string;
	/** Tasks that failed to start since the last one that did; AWS resets it then. */
	failedTasks: number;
	rolloutState: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED';
	rolloutStateReason: string;
	readonly createdAt: number;
	updatedAt: number;
};

/** ECS API reference, ServiceDeploymentStatus. */
export type ServiceDeploymentStatus =
	| 'PENDING'
	| 'IN_PROGRESS'
	| 'STOP_REQUESTED'
	| 'STOPPED'
	| 'SUCCESSFUL'
	| 'ROLLBACK_REQUESTED'
	| 'ROLLBACK_IN_PROGRESS'
	| 'ROLLBACK_SUCCESSFUL'
	| 'ROLLBACK_FAILED';

/** A rollout as DescribeServiceDeployments tells it; kept for 90 days. */
export type ServiceDeploymentState = {
	readonly serviceDeploymentArn: string;
	status: ServiceDeploymentStatus;
	statusReason?: string;
	readonly sourceRevisionArns: readonly string[];
	readonly targetRevisionArn: string;
	/** The deployment (`ecs-svc/…`) that carries it out. */
	readonly deploymentId: string;
	readonly deploymentConfiguration: DeploymentConfiguration;
	circuitBreaker: CircuitBreakerState;
	alarms: DeploymentAlarmsState;
	/** How far its traffic is; absent in a rolling deployment, which moves none. */
	readonly shift?: ShiftState;
	/** Of a rolling deployment with alarms: it is complete, and watched on until then (epoch ms). */
	bakesUntil?: number;
	rollback?: { readonly reason?: string; readonly startedAt: number; readonly serviceRevisionArn: string };
	readonly createdAt: number;
	startedAt?: number;
	finishedAt?: number;
	stoppedAt?: number;
	updatedAt: number;
};

/** ECS API reference, ServiceDeploymentRollbackMonitorsStatus. */
type MonitorStatus = 'TRIGGERED' | 'MONITORING' | 'MONITORING_COMPLETE' | 'DISABLED';

export type DeploymentAlarmsState = {
	status: MonitorStatus;
	readonly alarmNames: readonly string[];
	triggeredAlarmNames: readonly string[];
};

export type CircuitBreakerState = {
	status: MonitorStatus;
	failureCount: number;
	readonly threshold: number;
};

/** What a rollout brings in: the settings and the digests its tags stood for. */
export type ServiceRevisionState = {
	readonly serviceRevisionArn: string;
	readonly settings: ServiceSettings;
	/** Those of the settings, each with the target group that this revision's tasks stand in. */
	readonly loadBalancers: readonly LoadBalancer[];
	readonly containerImages: readonly {
		readonly containerName: string;
		readonly image: string;
		readonly imageDigest: string;
	}[];
	readonly createdAt: number;
};
