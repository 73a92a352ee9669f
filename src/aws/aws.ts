import type { Alarm } from '../model/alarm.ts';
import type { AppSpec } from '../model/app-spec.ts';
import type { AwsFailure } from '../model/aws-failure.ts';
import type { CapacityProvider } from '../model/cluster-capacity.ts';
import type { Cluster, Identity } from '../model/cluster.ts';
import type { CodeDeployment, CodeDeployTarget, DeploymentGroup, TrafficRouting } from '../model/code-deploy.ts';
import type { ContainerInstance } from '../model/container-instance.ts';
import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { EditableTaskDefinition } from '../model/editable-task-definition.ts';
import type { FargateKind, FargateQuota } from '../model/fargate-quota.ts';
import type { ImageRepository, RepositoryImage } from '../model/image-repository.ts';
import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';
import type { MetricSeries, ServiceMetrics } from '../model/metrics.ts';
import type { ScalingActivity } from '../model/scaling-activity.ts';
import type { ScheduledAction, ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Subnet } from '../model/subnet.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';
import type { Turn } from './call-budget.ts';
import type { Change, ChangeAnswer } from './changes/change.ts';
import type { About } from './changes/places-of-change.ts';
import type { ImageId } from './images.ts';

/**
 * Everything deckwatch reads from AWS, in the model's words. Every function pages to the end, sends its
 * describes in parallel under the shared call budget, cleans all texts, and throws `AwsCallError` only.
 * The region is taken from the ARN where there is one.
 */
export type Aws = {
	identity(region: string, signal?: AbortSignal): Promise<Identity>;
	clusters(region: string, signal?: AbortSignal): Promise<readonly Cluster[]>;
	/** Those of these names or ARNs: needs no permission to list. Those that are not there are left out. */
	describeClusters(region: string, names: readonly string[], signal?: AbortSignal): Promise<readonly Cluster[]>;
	/** All services of a cluster. `onBatch` gets each describe's services as they come. */
	services(clusterArn: string, options?: BatchOptions<Service> & Tolerant): Promise<readonly Service[]>;
	/** Only which there are: one call per 100 services, where `services` costs eleven. */
	serviceArns(clusterArn: string, signal?: AbortSignal): Promise<readonly string[]>;
	/** The named ones; those that are gone are left out. */
	describeServices(
		clusterArn: string,
		serviceArns: readonly string[],
		options?: BatchOptions<Service> & { readonly turn?: Turn },
	): Promise<readonly Service[]>;
	/** Tasks of a service, or of the whole cluster. RUNNING means desired to run: pending ones are in it. */
	tasks(
		clusterArn: string,
		query: { readonly serviceName?: string; readonly desiredStatus: 'RUNNING' | 'STOPPED' },
		options?: BatchOptions<Task>,
	): Promise<readonly Task[]>;
	/** The tasks of a cluster that are meant to run and were started under this name. */
	tasksStartedBy(clusterArn: string, startedBy: string, signal?: AbortSignal): Promise<readonly Task[]>;
	describeTasks(clusterArn: string, taskArns: readonly string[], signal?: AbortSignal): Promise<readonly Task[]>;
	/** Until when the protected ones among some tasks of services are safe from being scaled in, epoch ms, by their ARN. */
	taskProtection(
		clusterArn: string,
		taskArns: readonly string[],
		signal?: AbortSignal,
	): Promise<ReadonlyMap<string, number>>;
	/** Immutable per revision; the caller may keep it for ever. */
	taskDefinition(taskDefinitionArn: string, region: string, signal?: AbortSignal): Promise<TaskDefinition>;
	/** With everything that AWS says of it, to register it again changed. `include: TAGS`. */
	editableTaskDefinition(taskDefinition: string, region: string, signal?: AbortSignal): Promise<EditableTaskDefinition>;
	/** Newest first. */
	serviceDeployments(
		serviceArn: string,
		clusterArn: string,
		signal?: AbortSignal,
	): Promise<readonly ServiceDeployment[]>;
	/** The groups of CodeDeploy that deploy a service: one, as a rule. */
	deploymentGroups(
		service: { readonly region: string; readonly clusterName: string; readonly serviceName: string },
		signal?: AbortSignal,
	): Promise<readonly DeploymentGroup[]>;
	/** By the name of a deployment configuration. */
	trafficRouting(region: string, deploymentConfigName: string, signal?: AbortSignal): Promise<TrafficRouting>;
	/** Newest first, some twenty. */
	codeDeployments(group: DeploymentGroup, signal?: AbortSignal): Promise<readonly CodeDeployment[]>;
	codeDeployment(region: string, deploymentId: string, signal?: AbortSignal): Promise<CodeDeployment>;
	codeDeployTarget(
		service: { readonly region: string; readonly clusterName: string; readonly serviceName: string },
		deploymentId: string,
		signal?: AbortSignal,
	): Promise<CodeDeployTarget>;
	/** What a deployment of the application was told to do, by the hash it has. */
	appSpec(
		application: Pick<DeploymentGroup, 'region' | 'applicationName'>,
		sha256: string,
		signal?: AbortSignal,
	): Promise<AppSpec>;
	targetGroups(targetGroupArns: readonly string[], signal?: AbortSignal): Promise<readonly TargetGroup[]>;
	targetHealth(targetGroupArn: string, signal?: AbortSignal): Promise<readonly TargetHealth[]>;
	/** Seconds that open requests have once a target is taken out; undefined when the server does not tell. */
	deregistrationDelay(targetGroupArn: string, signal?: AbortSignal): Promise<number | undefined>;
	/** Scalable targets with their policies, by resourceId (`service/<cluster>/<service>`). */
	scaling(
		region: string,
		resourceIds?: readonly string[],
		signal?: AbortSignal,
	): Promise<ReadonlyMap<string, ServiceScaling>>;
	/** Of one service, by its resource id. */
	scheduledActions(region: string, resourceId: string, signal?: AbortSignal): Promise<readonly ScheduledAction[]>;
	/** The newest of one service, by its resource id, those that did not scale too; newest first. */
	scalingActivities(region: string, resourceId: string, signal?: AbortSignal): Promise<readonly ScalingActivity[]>;
	/** CPU and memory utilisation by `<cluster>/<service>` name. */
	serviceMetrics(
		region: string,
		services: readonly { readonly clusterName: string; readonly serviceName: string }[],
		range: { readonly from: number; readonly to: number; readonly periodMs: number },
		signal?: AbortSignal,
	): Promise<ReadonlyMap<string, ServiceMetrics>>;
	/** Requests that each target of a target group was sent, by the minute; one load balancer's. */
	requestsPerTarget(
		region: string,
		/** `app/<load balancer>/<id>/targetgroup/<target group>/<id>` */
		resourceLabel: string,
		range: { readonly from: number; readonly to: number },
		signal?: AbortSignal,
	): Promise<MetricSeries>;
	/** Those that are gone are left out. */
	subnets(region: string, subnetIds: readonly string[], signal?: AbortSignal): Promise<readonly Subnet[]>;
	/** Those of a cluster that are ACTIVE. */
	containerInstances(clusterArn: string, signal?: AbortSignal): Promise<readonly ContainerInstance[]>;
	/** Of a cluster, with the Auto Scaling groups behind them. */
	capacityProviders(clusterArn: string, signal?: AbortSignal): Promise<readonly CapacityProvider[]>;
	/** Of the account in a region, with what is in use of it. */
	fargateQuota(region: string, kind: FargateKind, signal?: AbortSignal): Promise<FargateQuota>;
	/** Metric and composite alarms by name; those that are not there are left out. */
	alarms(region: string, names: readonly string[], signal?: AbortSignal): Promise<readonly Alarm[]>;
	/** The images of a repository of ECR that have a tag, newest first. */
	taggedImages(repository: ImageRepository, signal?: AbortSignal): Promise<readonly RepositoryImage[]>;
	/** One image, by tag or digest. A failure of kind `not-found` says that it, or its repository, is not there. */
	image(repository: ImageRepository, id: ImageId, signal?: AbortSignal): Promise<RepositoryImage>;
	/** `linux/amd64` …; none where the manifest does not tell, because it is of a single image. */
	imagePlatforms(repository: ImageRepository, id: ImageId, signal?: AbortSignal): Promise<readonly string[]>;
	/** One page of events of some streams of one group, oldest first unless asked otherwise. */
	logEvents(query: LogEventsQuery, signal?: AbortSignal): Promise<LogEventsPage>;
	/** What AWS's clock reads, epoch ms, as far as its answers have told. */
	now(): number;
	/** How far AWS's clock is ahead of this machine's, ms; 0 where they agree, or until an answer has come. */
	clockAhead(): number;
	/** Calls sent in the last ten seconds, per second. */
	callsPerSecond(): number;
	/** Ends all calls under way and closes the sockets. */
	close(): void;
};

/** Everything deckwatch changes in AWS. Apart from what it reads: whoever is handed `Aws` alone cannot change a thing. */
export type AwsChanges = {
	/**
	 * Sends one change, once: no repeat, whatever comes back; not to be cancelled. After a failure `mayHaveHappened` says
	 * whether AWS may have carried it out all the same. A read-only client throws a failure of kind `read-only`, and so
	 * does any where a context is read-only that holds for what the change names or is about (a plan's subject).
	 */
	change(change: Change, about: About): Promise<ChangeAnswer>;
};

export type BatchOptions<T> = {
	readonly signal?: AbortSignal;
	readonly onBatch?: (batch: readonly T[]) => void;
};

export type Tolerant = {
	/** Whether the others go on when the describe of these ARNs failed; else its failure is that of all. */
	readonly tolerate?: (arns: readonly string[], failure: AwsFailure) => boolean;
};

export type LogEventsQuery = {
	readonly region: string;
	readonly group: string;
	/** At most 100 (FilterLogEvents' limit). */
	readonly streams: readonly string[];
	/** Epoch ms, inclusive. */
	readonly startTime: number;
	readonly endTime?: number;
	readonly nextToken?: string;
	/** Latest events first (`startFromHead: false`); servers that do not know it answer oldest first. */
	readonly newestFirst?: boolean;
	/** Events a page may have, at most 10,000 (FilterLogEvents' limit and default). */
	readonly limit?: number;
};

export type LogEvent = {
	readonly eventId: string;
	readonly stream: string;
	readonly timestamp: number;
	/** When CloudWatch took it in; late lines have a gap to `timestamp`. */
	readonly ingestedAt: number;
	/** Raw, as written: clean it before it is shown. */
	readonly message: string;
};

export type LogEventsPage = { readonly events: readonly LogEvent[]; readonly nextToken?: string };
