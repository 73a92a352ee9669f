import type { Alarm } from '../model/alarm.ts';
import type { CapacityProvider } from '../model/cluster-capacity.ts';
import type { ContainerInstance } from '../model/container-instance.ts';
import type { ServiceDeployment } from '../model/deployment-history.ts';
import type { HealthFlip } from '../model/health-flip.ts';
import type { TargetGroup, TargetHealth } from '../model/load-balancing.ts';
import type { LogLine } from '../model/log-line.ts';
import type { ServiceMetrics } from '../model/metrics.ts';
import type { ScalingActivity } from '../model/scaling-activity.ts';
import type { ScheduledAction, ServiceScaling } from '../model/scaling.ts';
import type { Service } from '../model/service.ts';
import type { Subnet } from '../model/subnet.ts';
import type { TaskDefinition } from '../model/task-definition.ts';
import type { Task } from '../model/task.ts';

/** What is known about a service. What was not read is undefined, and nothing is concluded from that. */
export type Evidence = {
	readonly service: Service;
	/** Running and stopped ones, as far as they are known. */
	readonly tasks?: readonly Task[] | undefined;
	readonly targets?: readonly TargetHealth[] | undefined;
	readonly history?: readonly ServiceDeployment[] | undefined;
	/** Null when the service does not scale by itself. */
	readonly scaling?: ServiceScaling | null | undefined;
	readonly metrics?: ServiceMetrics | undefined;
	/** By ARN: of the present deployments, of those before them, of tasks that stopped. */
	readonly taskDefinitions?: Readonly<Record<string, TaskDefinition>> | undefined;
	readonly targetGroups?: readonly TargetGroup[] | undefined;
	/** Oldest first, of this service. */
	readonly flips?: readonly HealthFlip[] | undefined;
	/** Newest first. */
	readonly activities?: readonly ScalingActivity[] | undefined;
	readonly scheduledActions?: readonly ScheduledAction[] | undefined;
	/** Those that watch its deployments. */
	readonly alarms?: readonly Alarm[] | undefined;
	/** ACTIVE ones of its cluster. */
	readonly instances?: readonly ContainerInstance[] | undefined;
	/** Those of its strategy, or of its cluster. */
	readonly capacityProviders?: readonly CapacityProvider[] | undefined;
	/** Those that it places tasks in. */
	readonly subnets?: readonly Subnet[] | undefined;
	/** By task ARN: what tasks that died said last, oldest line first. */
	readonly lastLines?: Readonly<Record<string, readonly LogLine[]>> | undefined;
};

/** What one rule about the state of a service found. */
export type Symptom = {
	readonly reason: string;
	/** Epoch ms; left out where nothing shows when it began. */
	readonly since?: number;
	/** What is known of it reaches no further back than `since`: it may have begun before. */
	readonly mayBeOlder?: true;
};

/** When something began. */
export type Beginning = Pick<Symptom, 'since' | 'mayBeOlder'>;

/** Looks for one thing. `now` is epoch ms. */
export type SymptomRule = (evidence: Evidence, now: number) => Symptom | undefined;

export const MINUTE = 60_000;

/** `{since}` or nothing, for something whose beginning may not be known. */
export function sinceOf(time: number | undefined): { readonly since?: number } {
	return time === undefined ? {} : { since: time };
}
