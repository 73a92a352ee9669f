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
	readonly sourceTaskDefinitions: readonly string[];
	readonly circuitBreaker?: { readonly status: string; readonly failureCount: number; readonly threshold: number };
	readonly rollbackReason?: string;
	readonly rollbackStartedAt?: number;
	/** What it was rolled back to. */
	readonly rollbackTaskDefinition?: string;
};
