import type { DeploymentConfiguration } from './deployment-configuration.ts';

/** What CreateService and UpdateService set, AWS's member names and shapes. */
export type ServiceSettings = {
	readonly taskDefinition: string;
	readonly launchType?: string;
	readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
	readonly platformVersion: string;
	readonly platformFamily: string;
	readonly schedulingStrategy: 'REPLICA' | 'DAEMON';
	readonly deploymentController: { readonly type: 'ECS' | 'CODE_DEPLOY' | 'EXTERNAL' };
	readonly deploymentConfiguration: DeploymentConfiguration;
	readonly networkConfiguration?: NetworkConfiguration;
	readonly loadBalancers: readonly LoadBalancer[];
	readonly serviceRegistries: readonly ServiceRegistry[];
	readonly serviceConnectConfiguration?: ServiceConnectConfiguration;
	readonly healthCheckGracePeriodSeconds: number;
	readonly enableExecuteCommand: boolean;
	readonly enableECSManagedTags: boolean;
	readonly propagateTags: string;
	readonly availabilityZoneRebalancing: 'ENABLED' | 'DISABLED';
	readonly placementConstraints: readonly PlacementConstraint[];
	readonly placementStrategy: readonly PlacementStrategy[];
};

/** Which instances may take a task: `expression` is one of the cluster query language, for memberOf. */
export type PlacementConstraint = {
	readonly type: 'distinctInstance' | 'memberOf';
	readonly expression?: string;
};

/** Which of several instances takes a task; `field` as in `attribute:ecs.availability-zone`, `instanceId`, `memory`. */
export type PlacementStrategy = { readonly type: 'random' | 'spread' | 'binpack'; readonly field?: string };

export type CapacityProviderStrategyItem = {
	readonly capacityProvider: string;
	readonly weight: number;
	readonly base: number;
};

export type NetworkConfiguration = {
	readonly awsvpcConfiguration: {
		readonly subnets: readonly string[];
		readonly securityGroups?: readonly string[];
		readonly assignPublicIp?: string;
	};
};

export type LoadBalancer = {
	readonly targetGroupArn?: string;
	readonly loadBalancerName?: string;
	readonly containerName: string;
	readonly containerPort: number;
	/** What traffic is shifted with. */
	readonly advancedConfiguration?: AdvancedConfiguration;
};

/** Two target groups and the rules that share the requests out between them (ECS API reference, AdvancedConfiguration). */
export type AdvancedConfiguration = {
	readonly alternateTargetGroupArn?: string;
	readonly productionListenerRule?: string;
	readonly testListenerRule?: string;
	readonly roleArn?: string;
};

export type ServiceRegistry = {
	readonly registryArn: string;
	readonly containerName?: string;
	readonly containerPort?: number;
	readonly port?: number;
};

export type ServiceConnectConfiguration = {
	readonly enabled: boolean;
	readonly namespace?: string;
	readonly services?: readonly {
		readonly portName: string;
		readonly discoveryName?: string;
		readonly clientAliases?: readonly { readonly port: number; readonly dnsName?: string }[];
	}[];
};
