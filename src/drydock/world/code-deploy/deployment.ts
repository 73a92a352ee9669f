import type { TrafficConfig } from './traffic-config.ts';

/** CodeDeploy API reference, DeploymentStatus. */
export type CodeDeploymentStatus = 'Created' | 'InProgress' | 'Ready' | 'Succeeded' | 'Failed' | 'Stopped';

/** What an ECS deployment goes through, in order (CodeDeploy user guide, AppSpec "hooks" for ECS), without test traffic. */
export const LIFECYCLE_EVENTS = [
	'BeforeInstall',
	'Install',
	'AfterInstall',
	'BeforeAllowTraffic',
	'AllowTraffic',
	'AfterAllowTraffic',
] as const;

/** One step of a deployment; times are epoch ms. */
export type LifecycleEventState = {
	readonly name: (typeof LIFECYCLE_EVENTS)[number];
	status: 'Pending' | 'InProgress' | 'Succeeded' | 'Failed' | 'Skipped';
	startedAt?: number;
	endedAt?: number;
	/** Why it failed. */
	message?: string;
};

/** A deployment of CodeDeploy, its member names where it has some; times are epoch ms. */
export type CodeDeploymentState = {
	/** `d-` and nine letters and digits. */
	readonly deploymentId: string;
	readonly creator: 'user' | 'codeDeployRollback';
	readonly description?: string;
	readonly configName: TrafficConfig;
	/** The SHA-256 of its AppSpec. */
	readonly sha256: string;
	readonly appSpec: EcsAppSpec;
	status: CodeDeploymentStatus;
	errorInformation?: { readonly code: string; readonly message?: string };
	rollbackInfo?: { readonly rollbackDeploymentId?: string; readonly rollbackTriggeringDeploymentId?: string };
	readonly lifecycle: readonly LifecycleEventState[];
	/** Ids of the task sets: what served before, and what it brings in once that is made. */
	readonly originalId: string;
	replacementId?: string;
	/** Percent of the traffic that the replacement gets. */
	weight: number;
	/** Waits for somebody to continue since then. */
	readySince?: number;
	/** All traffic has left the old tasks since then; they are still there. */
	terminationSince?: number;
	readonly createdAt: number;
	startedAt?: number;
	completedAt?: number;
};

/** What an AppSpec says of a service. What it leaves out is as the service has it. */
export type EcsAppSpec = {
	readonly taskDefinition: string;
	readonly containerName: string;
	readonly containerPort: number;
	readonly platformVersion?: string;
	readonly capacityProviderStrategy?: readonly {
		readonly capacityProvider: string;
		readonly weight: number;
		readonly base: number;
	}[];
};

export function isOver({ status }: CodeDeploymentState): boolean {
	return status === 'Succeeded' || status === 'Failed' || status === 'Stopped';
}
