import type { Alarm } from '../model/alarm.ts';
import type { CapacityProvider } from '../model/cluster-capacity.ts';
import type { Cluster, Identity } from '../model/cluster.ts';
import type { ContainerInstance } from '../model/container-instance.ts';
import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { HealthFlip } from '../model/health-flip.ts';
import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';
import type { LogLine } from '../model/log-line.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { Resource } from '../model/resource.ts';
import type { ScalingActivity } from '../model/scaling-activity.ts';
import type { ScheduledAction, ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Subnet } from '../model/subnet.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';

/**
 * The one live picture all panes read. Immutable: what did not change keeps its identity, down to the
 * single service and task, so a row can be memoised on its item.
 */
export type Picture = {
	/** By region. */
	readonly identity: Table<Resource<Identity>>;
	/** By region. */
	readonly clusters: Table<Resource<readonly Cluster[]>>;
	/** By cluster ARN, then by service ARN. `readAt` is the oldest of its services that was looked at. */
	readonly services: Table<Resource<Table<Service>>>;
	/** By service ARN, when that service was last described, epoch ms. */
	readonly serviceReadAt: Table<number>;
	/** By service ARN: why one cannot be described although others of its cluster can; also of those never seen. */
	readonly serviceFailures: Table<Resource<never>>;
	/** By service ARN, then by task ARN: running ones, and stopped ones also beyond AWS's hour. */
	readonly tasks: Table<Resource<Table<Task>>>;
	/**
	 * By cluster ARN, then by task group (`service:checkout`), then by task ARN: what stopped in a whole watched
	 * cluster, so a crash loop shows without looking at every service.
	 */
	readonly stoppedTasks: Table<Resource<Table<Table<Task>>>>;
	/** By task definition ARN. */
	readonly taskDefinitions: Table<Resource<TaskDefinition>>;
	/** By service ARN, newest first. */
	readonly serviceDeployments: Table<Resource<readonly ServiceDeployment[]>>;
	/** By target group ARN. */
	readonly targetGroups: Table<Resource<TargetGroup>>;
	/** By target group ARN. */
	readonly targetHealth: Table<Resource<readonly TargetHealth[]>>;
	/** By service ARN. */
	readonly scaling: Table<Resource<ServiceScaling | null>>;
	/** By service ARN: the last 30 minutes by the minute. */
	readonly metrics: Table<Resource<ServiceMetrics>>;
	/** By service ARN: the last hours, for the full-screen charts. */
	readonly longMetrics: Table<Resource<ServiceMetrics>>;
	/** By service ARN, newest first. */
	readonly scalingActivities: Table<Resource<readonly ScalingActivity[]>>;
	/** By service ARN. */
	readonly scheduledActions: Table<Resource<readonly ScheduledAction[]>>;
	/** By service ARN: those that watch its deployments. */
	readonly alarms: Table<Resource<readonly Alarm[]>>;
	/** By service ARN: those that it places tasks in. */
	readonly subnets: Table<Resource<readonly Subnet[]>>;
	/** By cluster ARN. */
	readonly containerInstances: Table<Resource<readonly ContainerInstance[]>>;
	/** By cluster ARN. */
	readonly capacityProviders: Table<Resource<readonly CapacityProvider[]>>;
	/** By task ARN: what a task that died said last, oldest line first. Read once. */
	readonly lastLines: Table<Resource<readonly LogLine[]>>;
	/** By service ARN, oldest first: what was seen of health changing, in bounded memory. */
	readonly flips: Table<readonly HealthFlip[]>;
	readonly callsPerSecond: number;
	/** Ms between two readings of one thing, at least, where AWS is to be asked less often than each thing deserves. */
	readonly refreshMs: number;
};

/** Before the first reading. */
export const EMPTY_PICTURE: Picture = {
	identity: {},
	clusters: {},
	services: {},
	serviceReadAt: {},
	serviceFailures: {},
	tasks: {},
	stoppedTasks: {},
	taskDefinitions: {},
	serviceDeployments: {},
	targetGroups: {},
	targetHealth: {},
	scaling: {},
	metrics: {},
	longMetrics: {},
	scalingActivities: {},
	scheduledActions: {},
	alarms: {},
	subnets: {},
	containerInstances: {},
	capacityProviders: {},
	lastLines: {},
	flips: {},
	callsPerSecond: 0,
	refreshMs: 0,
};

export type Table<T> = Readonly<Record<string, T>>;

/** Something a pane wants kept fresh while it is on screen. */
export type Topic =
	| { readonly kind: 'identity'; readonly region: string }
	| { readonly kind: 'clusters'; readonly region: string }
	/** The services of a cluster with health, scaling and metrics; `visible` ones are kept fresher. */
	| { readonly kind: 'services'; readonly clusterArn: string; readonly visible?: readonly string[] }
	/** One service at the highest rate, with its target health, scaling and metrics. */
	| { readonly kind: 'service'; readonly serviceArn: string }
	| { readonly kind: 'tasks'; readonly serviceArn: string }
	| { readonly kind: 'task-definition'; readonly taskDefinitionArn: string; readonly region: string }
	| { readonly kind: 'service-deployments'; readonly serviceArn: string }
	| { readonly kind: 'target-groups'; readonly serviceArn: string }
	| { readonly kind: 'long-metrics'; readonly serviceArn: string }
	/** Everything else that tells why a service is as it is: what the rules of diagnosis judge by. */
	| { readonly kind: 'evidence'; readonly serviceArn: string };

/** What the panes hold. Knows no React and reads no clock but the one it is given. */
export type Store = {
	getState(): Picture;
	subscribe(listener: (picture: Picture) => void): () => void;
	/** Keeps a topic fresh until the returned function is called; equal topics are fetched once. */
	watch(topic: Topic): () => void;
	/** Everything that is watched, now (Ctrl-r). */
	refresh(): void;
	/** The picture as it was: the last hour, in bounded memory; metrics up to then, as far as the present ones reach back. Undefined before the first reading. */
	at(time: number): Picture | undefined;
	/** The oldest time that `at` knows, epoch ms; undefined before the first reading. */
	reachesTo(): number | undefined;
	/** Stops polling and cancels what is under way. */
	stop(): void;
};
