import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { readAlarms } from './alarms.ts';
import { readCapacityProviders } from './capacity-providers.ts';
import type { Aws, AwsChanges } from './aws.ts';
import { createAwsClock } from './aws-clock.ts';
import type { ClientSettings } from './aws-services.ts';
import { createCallBudget } from './call-budget.ts';
import { createCallRate } from './call-rate.ts';
import type { ContextRules } from './changes/context-guard.ts';
import { sendChange } from './changes/send-change.ts';
import { readAppSpec } from './code-deploy/app-spec.ts';
import { createDeploymentGroupReader } from './code-deploy/deployment-groups.ts';
import { readCodeDeployment, readCodeDeployments, readCodeDeployTarget } from './code-deploy/deployments.ts';
import { readTrafficRouting } from './code-deploy/traffic-routing.ts';
import { createConnections } from './connections.ts';
import { sharedCredentials } from './credentials/shared-credentials.ts';
import { describeClusters, readClusters } from './ecs/clusters.ts';
import { readContainerInstances } from './ecs/container-instances.ts';
import { readEditableTaskDefinition } from './ecs/editable-task-definition.ts';
import { readServiceDeployments } from './ecs/service-deployments.ts';
import { describeServices, readServiceArns, readServices } from './ecs/services.ts';
import { readTaskDefinition } from './ecs/task-definition.ts';
import { readTaskProtection } from './ecs/task-protection.ts';
import { describeTasks, readTasks, readTasksStartedBy } from './ecs/tasks.ts';
import { readFargateQuota } from './fargate-quota.ts';
import { readIdentity } from './identity.ts';
import { readImage, readImagePlatforms, readTaggedImages } from './images.ts';
import { readLogEvents } from './logs.ts';
import { proxyEnv } from './proxy.ts';
import { readScalingActivities } from './scaling-activities.ts';
import { readScaling, readScheduledActions } from './scaling.ts';
import { readRequestsPerTarget } from './requests-per-target.ts';
import { readServiceMetrics } from './service-metrics.ts';
import { readDeregistrationDelay, readTargetGroups, readTargetHealth } from './target-groups.ts';
import { readSubnets } from './subnets.ts';

export type CreateAwsOptions = {
	/** A profile of the shared AWS config. Default: as the AWS CLI chooses. */
	readonly profile?: string;
	/** Replaces AWS's own endpoint of every service. Default: AWS_ENDPOINT_URL and its like, else AWS. */
	readonly endpointUrl?: string;
	/** Refuses every call that changes something. Default: true. */
	readonly readOnly?: boolean;
	/** Contexts of the config file: where one is read-only, nothing is changed. Default: none. */
	readonly rules?: ContextRules;
	/** The endpoint is drydock's, started for this run. Default: false. */
	readonly demo?: boolean;
	/** Carries the requests instead of sockets. */
	readonly requestHandler?: NonNullable<ClientSettings['requestHandler']>;
	/** Default: as the AWS CLI finds them. */
	readonly credentials?: NonNullable<ClientSettings['credentials']>;
	/** `now()` in epoch ms. */
	readonly clock: { now(): number };
	/** For one call with its repeats, waiting for its turn not counted. Default: ten seconds. */
	readonly timeLimitMs?: number;
};

const TIME_LIMIT_MS = 10_000;

/** A host that is not there is told within the time limit, repeats included. */
const CONNECTION_TIMEOUT_MS = 3_000;

/** Reads an AWS account, and changes it where that is allowed. Nothing of the SDK is loaded, and nothing sent, before the first call. */
export function createAws(options: CreateAwsOptions): Aws & AwsChanges {
	const { clock, timeLimitMs = TIME_LIMIT_MS } = options;
	const rate = createCallRate(clock);
	const awsClock = createAwsClock(clock);
	const agentOptions = { keepAlive: true, proxyEnv: proxyEnv(process.env) };
	const httpAgent = new HttpAgent(agentOptions);
	const httpsAgent = new HttpsAgent(agentOptions);
	const connections = createConnections({
		clock,
		profile: options.profile,
		endpointUrl: options.endpointUrl,
		demo: options.demo ?? false,
		readOnly: options.readOnly ?? true,
		rules: options.rules,
		credentials: (closing) =>
			options.credentials
				? { provider: options.credentials }
				: sharedCredentials(options.profile, closing, timeLimitMs),
		requestHandler: options.requestHandler ?? { httpAgent, httpsAgent, connectionTimeout: CONNECTION_TIMEOUT_MS },
		budget: createCallBudget(clock),
		rate,
		awsClock,
		timeLimitMs,
	});
	const now = () => clock.now() + awsClock.ahead();
	return {
		identity: (...args) => readIdentity(connections, ...args),
		clusters: (...args) => readClusters(connections, ...args),
		describeClusters: (...args) => describeClusters(connections, ...args),
		services: (...args) => readServices(connections, ...args),
		serviceArns: (...args) => readServiceArns(connections, ...args),
		describeServices: (...args) => describeServices(connections, ...args),
		tasks: (...args) => readTasks(connections, ...args),
		tasksStartedBy: (...args) => readTasksStartedBy(connections, ...args),
		describeTasks: (...args) => describeTasks(connections, ...args),
		taskProtection: (...args) => readTaskProtection(connections, ...args),
		taskDefinition: (...args) => readTaskDefinition(connections, ...args),
		editableTaskDefinition: (...args) => readEditableTaskDefinition(connections, ...args),
		serviceDeployments: (...args) => readServiceDeployments(connections, ...args),
		deploymentGroups: createDeploymentGroupReader(connections),
		trafficRouting: (...args) => readTrafficRouting(connections, ...args),
		codeDeployments: (...args) => readCodeDeployments(connections, ...args),
		codeDeployment: (...args) => readCodeDeployment(connections, ...args),
		codeDeployTarget: (...args) => readCodeDeployTarget(connections, ...args),
		appSpec: (...args) => readAppSpec(connections, ...args),
		targetGroups: (...args) => readTargetGroups(connections, ...args),
		targetHealth: (...args) => readTargetHealth(connections, ...args),
		deregistrationDelay: (...args) => readDeregistrationDelay(connections, ...args),
		scaling: (...args) => readScaling(connections, ...args),
		scheduledActions: (...args) => readScheduledActions(connections, ...args),
		scalingActivities: (...args) => readScalingActivities(connections, ...args),
		serviceMetrics: (...args) => readServiceMetrics(connections, ...args),
		requestsPerTarget: (...args) => readRequestsPerTarget(connections, ...args),
		subnets: (...args) => readSubnets(connections, ...args),
		containerInstances: (...args) => readContainerInstances(connections, ...args),
		capacityProviders: (...args) => readCapacityProviders(connections, ...args),
		fargateQuota: (...args) => readFargateQuota(connections, now, ...args),
		alarms: (...args) => readAlarms(connections, ...args),
		taggedImages: (...args) => readTaggedImages(connections, ...args),
		image: (...args) => readImage(connections, ...args),
		imagePlatforms: (...args) => readImagePlatforms(connections, ...args),
		logEvents: (...args) => readLogEvents(connections, ...args),
		change: (...args) => sendChange(connections, ...args),
		clockAhead: awsClock.ahead,
		now,
		callsPerSecond: () => rate.perSecond(),
		close() {
			connections.close();
			httpAgent.destroy();
			httpsAgent.destroy();
		},
	};
}
