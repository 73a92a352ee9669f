import type { Tag } from './cluster.ts';

/** An ECS service, AWS's field names; times are epoch ms; texts are clean. */
export type Service = {
	readonly serviceArn: string;
	readonly serviceName: string;
	readonly clusterArn: string;
	readonly status: string;
	readonly desiredCount: number;
	readonly runningCount: number;
	readonly pendingCount: number;
	readonly taskDefinition: string;
	readonly launchType?: string;
	readonly platformVersion?: string;
	readonly platformFamily?: string;
	readonly schedulingStrategy: string;
	readonly deploymentController: string;
	/** ECS where it is an Express service, whose resources ECS manages; else CUSTOMER. */
	readonly resourceManagementType?: string;
	/** Absent where AWS does not tell: nothing is made up then. */
	readonly deploymentConfiguration?: DeploymentConfiguration;
	/** Newest first; PRIMARY is the one being rolled out or in place. */
	readonly deployments: readonly Deployment[];
	/** Newest first; what CODE_DEPLOY and EXTERNAL controllers have instead of deployments. */
	readonly taskSets?: readonly TaskSet[];
	/** Newest first, at most 100 (AWS keeps no more). */
	readonly events: readonly ServiceEvent[];
	readonly loadBalancers: readonly ServiceLoadBalancer[];
	readonly serviceRegistries: readonly ServiceRegistry[];
	readonly serviceConnect?: ServiceConnect;
	readonly network?: AwsvpcConfiguration;
	readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
	/** Which instances may take its tasks, `distinctInstance` or `memberOf(attribute:ecs.instance-type == t3.small)`. */
	readonly placementConstraints?: readonly string[];
	readonly healthCheckGracePeriodSeconds?: number;
	readonly enableExecuteCommand: boolean;
	readonly availabilityZoneRebalancing?: string;
	readonly createdAt?: number;
	readonly createdBy?: string;
	readonly tags: readonly Tag[];
};

export type Deployment = {
	readonly id: string;
	readonly status: string;
	readonly taskDefinition: string;
	readonly desiredCount: number;
	readonly runningCount: number;
	readonly pendingCount: number;
	readonly failedTasks: number;
	/** COMPLETED | IN_PROGRESS | FAILED; absent behind a Classic Load Balancer and for other controllers. */
	readonly rolloutState?: string;
	readonly rolloutStateReason?: string;
	readonly createdAt?: number;
	readonly updatedAt?: number;
};

export type TaskSet = {
	readonly id: string;
	/** The CodeDeploy deployment that brought it in, `d-…`. */
	readonly externalId?: string;
	/** PRIMARY serves production traffic; ACTIVE does not, or not yet; DRAINING is on its way out. */
	readonly status: string;
	readonly taskDefinition: string;
	readonly desiredCount: number;
	readonly runningCount: number;
	readonly pendingCount: number;
	/** STEADY_STATE | STABILIZING */
	readonly stabilityStatus?: string;
	/** Of the service's desired count. */
	readonly scalePercent?: number;
	readonly createdAt?: number;
};

export type DeploymentConfiguration = {
	readonly minimumHealthyPercent: number;
	readonly maximumPercent: number;
	readonly strategy?: string;
	/** Of CANARY the first share of the traffic, of LINEAR each one; and the minutes until the next. */
	readonly shift?: { readonly percent: number; readonly minutes: number };
	/** How long both revisions are kept once all traffic is on the new one. */
	readonly bakeTimeInMinutes?: number;
	readonly circuitBreaker?: { readonly enable: boolean; readonly rollback: boolean };
	readonly alarms?: { readonly enable: boolean; readonly rollback: boolean; readonly alarmNames: readonly string[] };
};

export type ServiceEvent = { readonly id: string; readonly createdAt: number; readonly message: string };

export type ServiceLoadBalancer = {
	readonly targetGroupArn?: string;
	/** The other one, between which a deployment shifts the traffic. */
	readonly alternateTargetGroupArn?: string;
	readonly loadBalancerName?: string;
	readonly containerName: string;
	readonly containerPort: number;
};

export type ServiceRegistry = { readonly registryArn: string; readonly containerName?: string; readonly port?: number };

export type ServiceConnect = {
	readonly enabled: boolean;
	readonly namespace?: string;
	readonly services: readonly {
		readonly portName: string;
		readonly discoveryName?: string;
		readonly clientAliases: readonly string[];
	}[];
};

export type AwsvpcConfiguration = {
	readonly subnets: readonly string[];
	readonly securityGroups: readonly string[];
	readonly assignPublicIp?: string;
};

export type CapacityProviderStrategyItem = {
	readonly capacityProvider: string;
	readonly weight: number;
	readonly base: number;
};

/** A deployment of which it is told when it began. */
export type DatedDeployment = Deployment & { readonly createdAt: number };

/** Those deployments of which it is told when they began: the others have no place among what happened. */
export function datedDeployments(deployments: readonly Deployment[]): readonly DatedDeployment[] {
	return deployments.flatMap((one) => (one.createdAt === undefined ? [] : [{ ...one, createdAt: one.createdAt }]));
}

/** ECS counts no failed tasks for a task set; its stability is the state of its rollout. */
export function asDeployment({ stabilityStatus, scalePercent, id, ...taskSet }: TaskSet): Deployment {
	const share = scalePercent === undefined ? id : `${id}, ${scalePercent}% of the service`;
	return {
		...taskSet,
		id: share,
		failedTasks: 0,
		...(stabilityStatus !== undefined && { rolloutState: stabilityStatus }),
	};
}

/** The deployment that ECS is bringing in or has in place; undefined for EXTERNAL controllers. */
export function primaryDeployment(service: Service): Deployment | undefined {
	return service.deployments.find((deployment) => deployment.status === 'PRIMARY');
}
