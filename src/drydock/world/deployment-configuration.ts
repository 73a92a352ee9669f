/** How a service's deployments go, AWS's member names (ECS API reference, DeploymentConfiguration). */
export type DeploymentConfiguration = {
	readonly strategy: DeploymentStrategy;
	readonly minimumHealthyPercent: number;
	readonly maximumPercent: number;
	readonly deploymentCircuitBreaker: CircuitBreakerConfiguration;
	readonly alarms?: DeploymentAlarms;
	/** How long both revisions run after all production traffic has moved; absent: not at all. Not of rolling ones. */
	readonly bakeTimeInMinutes?: number;
	readonly lifecycleHooks?: readonly LifecycleHook[];
	readonly linearConfiguration?: { readonly stepPercent?: number; readonly stepBakeTimeInMinutes?: number };
	readonly canaryConfiguration?: { readonly canaryPercent?: number; readonly canaryBakeTimeInMinutes?: number };
	/** Of rolling ones. */
	readonly earlySuccessCriteria?: EarlySuccessCriteria;
};

/** When a rolling deployment counts as successful though it goes on. */
export type EarlySuccessCriteria = {
	readonly enable: boolean;
	/** Of the desired count. */
	readonly healthyPercent: number;
	/** Whether the old tasks go before that, or after it. */
	readonly sourceServiceRevisionCleanup: 'BLOCKING' | 'DEFERRED';
};

export type DeploymentStrategy = 'ROLLING' | 'BLUE_GREEN' | 'LINEAR' | 'CANARY';

export type CircuitBreakerConfiguration = {
	readonly enable: boolean;
	readonly rollback: boolean;
	/** Default true: a task that gets healthy sets the failures back to none. */
	readonly resetOnHealthyTask?: boolean;
	/** Default: BOUNDED_PERCENT of 50. */
	readonly thresholdConfiguration?: {
		readonly type: 'COUNT' | 'BOUNDED_PERCENT' | 'UNBOUNDED_PERCENT';
		readonly value: number;
	};
};

export type DeploymentAlarms = {
	readonly alarmNames: readonly string[];
	readonly enable: boolean;
	readonly rollback: boolean;
};

export type LifecycleHook = {
	/** Default AWS_LAMBDA. */
	readonly targetType?: 'AWS_LAMBDA' | 'PAUSE';
	/** The Lambda function; a PAUSE hook has none. */
	readonly hookTargetArn?: string;
	readonly roleArn?: string;
	readonly lifecycleStages: readonly string[];
	/** What the function is given: kept and shown, nothing here reads it. */
	readonly hookDetails?: unknown;
	/** Default: 1440 minutes, then ROLLBACK. */
	readonly timeoutConfiguration?: { readonly timeoutInMinutes?: number; readonly action?: HookAction };
};

export type HookAction = 'CONTINUE' | 'ROLLBACK';
