import type { TrafficConfig } from './traffic-config.ts';
import type { CodeDeploymentState } from './deployment.ts';

/** A CodeDeploy application for the compute platform ECS; times are epoch ms. */
export type ApplicationState = {
	readonly applicationName: string;
	/** UUID. */
	readonly applicationId: string;
	readonly region: string;
	readonly createdAt: number;
	/** By name. */
	readonly groups: Map<string, DeploymentGroupState>;
	/** What was deployed, by the SHA-256 of its AppSpec. */
	readonly revisions: Map<string, { readonly content: string; readonly firstUsedAt: number }>;
};

/** How one service is deployed. */
export type DeploymentGroupState = {
	readonly deploymentGroupName: string;
	/** UUID. */
	readonly deploymentGroupId: string;
	readonly applicationName: string;
	readonly serviceArn: string;
	/** `CodeDeployDefault.ECSAllAtOnce` */
	readonly configName: TrafficConfig;
	/** Minutes that an installed revision waits for somebody to continue, and is then stopped; absent: it does not wait. */
	readonly readyWait?: number;
	/** Minutes that the old tasks stay once all traffic has left them. */
	readonly terminationWait: number;
	/** Roll back what fails or is stopped. */
	readonly rollback: boolean;
	readonly targetGroupArns: readonly [string, string];
	/** Newest first. */
	readonly deployments: CodeDeploymentState[];
};
