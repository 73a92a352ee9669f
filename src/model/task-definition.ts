/**
 * A task definition. `document` is the whole of it with AWS's own field names, for showing as YAML;
 * the typed fields are what the panes compute with.
 */
export type TaskDefinition = {
	readonly taskDefinitionArn: string;
	readonly family: string;
	readonly revision: number;
	readonly status: string;
	readonly cpu?: string;
	readonly memory?: string;
	readonly networkMode?: string;
	readonly registeredAt?: number;
	readonly registeredBy?: string;
	readonly containerDefinitions: readonly ContainerDefinition[];
	/** Plain JSON, AWS's member names, environment values unmasked: mask before showing. */
	readonly document: Readonly<Record<string, unknown>>;
};

export type ContainerDefinition = {
	readonly name: string;
	readonly image: string;
	readonly essential: boolean;
	readonly cpu?: number;
	readonly memory?: number;
	readonly memoryReservation?: number;
	readonly healthCheck?: HealthCheck;
	readonly logs?: LogConfiguration;
	/** Seconds between SIGTERM and SIGKILL; absent: ECS's default of 30. */
	readonly stopTimeout?: number;
	readonly portMappings: readonly { readonly containerPort: number; readonly name?: string }[];
};

/** Seconds, defaults filled in as AWS does (30 / 5 / 3 / 0, SDK documentation of HealthCheck). */
export type HealthCheck = {
	readonly command: readonly string[];
	readonly interval: number;
	readonly timeout: number;
	readonly retries: number;
	readonly startPeriod: number;
};

export type LogConfiguration = {
	readonly logDriver: string;
	/** Only for awslogs. */
	readonly group?: string;
	readonly region?: string;
	readonly streamPrefix?: string;
};
