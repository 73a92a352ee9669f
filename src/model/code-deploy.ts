/** How CodeDeploy deploys one service, AWS's names where it has some; texts are clean. */
export type DeploymentGroup = CodeDeploySafety & {
	readonly region: string;
	readonly applicationName: string;
	readonly deploymentGroupName: string;
	/** `CodeDeployDefault.ECSAllAtOnce` */
	readonly deploymentConfigName: string;
	/** Alarms that stop a deployment. */
	readonly alarms: readonly string[];
	/** The last that was tried, and the last that succeeded. */
	readonly lastDeploymentIds: readonly string[];
};

/** Where a deployment waits, and what becomes of one that fails. */
export type CodeDeploySafety = {
	/** Minutes that an installed revision waits for somebody to continue, and is then stopped; absent: it goes on by itself. */
	readonly readyWait?: number;
	/** Minutes that the old tasks stay once all traffic has left them; absent: for ever. */
	readonly terminationWait?: number;
	/** What CodeDeploy rolls back by itself: DEPLOYMENT_FAILURE | DEPLOYMENT_STOP_ON_ALARM | DEPLOYMENT_STOP_ON_REQUEST */
	readonly rollbackOn: readonly string[];
};

/** How the traffic moves: `TimeBasedCanary`: `percent` first, the rest `minutes` later; `TimeBasedLinear`: `percent` every `minutes`. */
export type TrafficRouting = { readonly type: string; readonly percent?: number; readonly minutes?: number };

/** One deployment of CodeDeploy; times are epoch ms. */
export type CodeDeployment = CodeDeploySafety & {
	/** `d-A1B2C3D4E` */
	readonly deploymentId: string;
	readonly deploymentConfigName?: string;
	/** Created | Queued | InProgress | Baking | Ready | Succeeded | Failed | Stopped */
	readonly status: string;
	/** user | codeDeployRollback … */
	readonly creator: string;
	readonly createdAt?: number;
	readonly completedAt?: number;
	readonly errorCode?: string;
	readonly errorMessage?: string;
	/** The deployment that rolls this one back. */
	readonly rollbackDeploymentId?: string;
	/** What became of rolling it back, in AWS's words. */
	readonly rollbackMessage?: string;
	/** All traffic has left the old tasks; they are kept for a while. */
	readonly terminationWaitStarted: boolean;
	/** AppSpecContent | S3 | String */
	readonly revisionType?: string;
	/** By which its AppSpec can be read; absent for one in S3. */
	readonly sha256?: string;
};

/** Where a deployment stands with its service; times are epoch ms. */
export type CodeDeployTarget = {
	/** In their order. */
	readonly lifecycleEvents: readonly LifecycleEvent[];
	readonly taskSets: readonly TaskSetTraffic[];
};

export type LifecycleEvent = {
	/** BeforeInstall | Install | … */
	readonly name: string;
	/** Pending | InProgress | Succeeded | Failed | Skipped | Unknown */
	readonly status: string;
	readonly startedAt?: number;
	/** Why it failed. */
	readonly message?: string;
};

export type TaskSetTraffic = {
	/** `ecs-svc/…`, as in the service's task sets. */
	readonly id: string;
	readonly desiredCount: number;
	readonly runningCount: number;
	readonly pendingCount: number;
	/** Percent. */
	readonly trafficWeight?: number;
};

const OVER: ReadonlySet<string> = new Set(['Succeeded', 'Failed', 'Stopped']);

/** Whether CodeDeploy has more to do with it, somebody's continuing included. */
export function isUnderWay({ status }: Pick<CodeDeployment, 'status'>): boolean {
	return !OVER.has(status);
}
