/** One rollout as ecs:DescribeServiceDeployments tells it. */
export type ServiceDeployment = {
	readonly serviceDeploymentArn: string;
	readonly serviceArn: string;
	/** PENDING | IN_PROGRESS | SUCCESSFUL | STOP_REQUESTED | STOPPED | ROLLBACK_… */
	readonly status: string;
	readonly statusReason?: string;
	readonly createdAt?: number;
	readonly startedAt?: number;
	readonly finishedAt?: number;
	readonly targetTaskDefinition?: string;
	/** What its containers ran; `digest` is what ECS resolved the tag to, once for all tasks. */
	readonly targetImages?: readonly RevisionImage[];
	readonly sourceTaskDefinitions: readonly string[];
	/** ROLLING | BLUE_GREEN | LINEAR | CANARY; absent means ROLLING. */
	readonly strategy?: string;
	/** SCALE_UP, PRODUCTION_TRAFFIC_SHIFT, BAKE_TIME …; a rolling one has none. */
	readonly lifecycleStage?: string;
	readonly bakeTimeInMinutes?: number;
	readonly target?: RevisionCounts;
	readonly sources?: readonly RevisionCounts[];
	readonly hooks?: readonly LifecycleHook[];
	/** `status`: MONITORING | MONITORING_COMPLETE | TRIGGERED | DISABLED */
	readonly alarms?: {
		readonly status: string;
		readonly alarmNames: readonly string[];
		readonly triggeredAlarmNames: readonly string[];
	};
	readonly circuitBreaker?: { readonly status: string; readonly failureCount: number; readonly threshold: number };
	readonly rollbackReason?: string;
	readonly rollbackStartedAt?: number;
	/** What it was rolled back to. */
	readonly rollbackTaskDefinition?: string;
};

/** The image of one container of a service revision. */
export type RevisionImage = {
	readonly containerName: string;
	readonly image: string;
	readonly digest?: string;
};

/** The tasks of one service revision, and the traffic that it is to get. */
export type RevisionCounts = {
	readonly taskDefinition?: string;
	readonly requested: number;
	readonly running: number;
	readonly pending: number;
	/** Percent, as asked for; absent where ECS shifts no traffic. */
	readonly productionTraffic?: number;
	readonly testTraffic?: number;
};

/** Something that a deployment waits for at one of its stages. */
export type LifecycleHook = {
	readonly hookId?: string;
	/** AWS_LAMBDA | PAUSE */
	readonly targetType: string;
	/** AWAITING_ACTION | IN_PROGRESS | SUCCEEDED | FAILED | TIMED_OUT */
	readonly status: string;
	/** When ECS no longer waits, epoch ms, and what it does then: CONTINUE | ROLLBACK. */
	readonly expiresAt?: number;
	readonly timeoutAction?: string;
};
