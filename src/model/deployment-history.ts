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
