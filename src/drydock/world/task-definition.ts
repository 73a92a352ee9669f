/** A registered task definition, AWS's member names and shapes; times are epoch ms. */
export type TaskDefinitionState = {
	readonly taskDefinitionArn: string;
	readonly region: string;
	readonly family: string;
	readonly revision: number;
	status: 'ACTIVE' | 'INACTIVE';
	readonly networkMode: string;
	readonly cpu?: string;
	readonly memory?: string;
	readonly taskRoleArn?: string;
	readonly executionRoleArn?: string;
	readonly requiresCompatibilities: readonly string[];
	readonly compatibilities: readonly string[];
	readonly runtimePlatform?: { readonly cpuArchitecture?: string; readonly operatingSystemFamily?: string };
	readonly containerDefinitions: readonly ContainerDefinition[];
	/** Members of RegisterTaskDefinition that nothing here acts on: kept and given back as they came. */
	readonly other: Readonly<Record<string, unknown>>;
	readonly registeredAt: number;
	readonly registeredBy: string;
	deregisteredAt?: number;
	tags: Tag[];
};

export type Tag = { readonly key: string; readonly value: string };

/** The members of a container definition that the simulation acts on; the rest pass through untouched. */
export type ContainerDefinition = {
	readonly name: string;
	readonly image: string;
	readonly essential?: boolean;
	readonly cpu?: number;
	/** Hard limit, MiB. */
	readonly memory?: number;
	readonly memoryReservation?: number;
	readonly portMappings?: readonly {
		readonly containerPort: number;
		readonly hostPort?: number;
		readonly protocol?: string;
		readonly name?: string;
	}[];
	readonly healthCheck?: HealthCheck;
	readonly dependsOn?: readonly { readonly containerName: string; readonly condition: string }[];
	readonly logConfiguration?: LogConfiguration;
	readonly stopTimeout?: number;
	readonly secrets?: readonly { readonly name: string; readonly valueFrom: string }[];
	readonly [member: string]: unknown;
};

/** Seconds; the defaults are 30 / 5 / 3 / 0 (ECS API reference, HealthCheck). */
export type HealthCheck = {
	readonly command: readonly string[];
	readonly interval?: number;
	readonly timeout?: number;
	readonly retries?: number;
	readonly startPeriod?: number;
};

export type LogConfiguration = { readonly logDriver: string; readonly options?: Readonly<Record<string, string>> };
