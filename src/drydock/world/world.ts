import type { AlarmState } from './alarm.ts';
import type { AutoScalingGroupState } from './auto-scaling-group.ts';
import type { Behaviour } from './behaviour.ts';
import type { CapacityProviderState } from './capacity-provider.ts';
import type { Clock } from './clock.ts';
import type { ClusterState } from './cluster.ts';
import type { ApplicationState } from './code-deploy/application.ts';
import type { ContainerInstanceState } from './container-instance.ts';
import type { Ec2InstanceState } from './ec2-instance.ts';
import type { DependencyState } from './dependency.ts';
import { emptyQueue, type EventQueue } from './event-queue.ts';
import type { ListenerRuleState, LoadBalancerState, TargetGroupState } from './load-balancing.ts';
import type { HookFunction } from './hook-function.ts';
import { seeded, type Random } from './random.ts';
import type { RepositoryState } from './repository.ts';
import type { ScalableTargetState } from './scaling.ts';
import type { ServiceState } from './service.ts';
import type { SubnetState } from './subnet.ts';
import type { TaskDefinitionState } from './task-definition.ts';
import type { TaskState } from './task.ts';

/**
 * Everything that exists, by ARN, as plain data that is changed in place; one account, several regions.
 * All randomness comes from `random`, all time from `clock`, all change from `queue` or an API call:
 * the same seed and the same calls at the same times give the same world.
 */
export type World = {
	readonly account: string;
	readonly clock: Clock;
	readonly queue: EventQueue<World>;
	readonly random: Random;
	/** By ARN. */
	readonly clusters: Map<string, ClusterState>;
	readonly services: Map<string, ServiceState>;
	/** Running ones and those that stopped within the hour. */
	readonly tasks: Map<string, TaskState>;
	readonly taskDefinitions: Map<string, TaskDefinitionState>;
	/** By ARN. */
	readonly containerInstances: Map<string, ContainerInstanceState>;
	/** By instance id; those of Auto Scaling groups. */
	readonly ec2Instances: Map<string, Ec2InstanceState>;
	/** By `<region>/<name>`. */
	readonly autoScalingGroups: Map<string, AutoScalingGroupState>;
	/** By `<region>/<name>`: those over Auto Scaling groups. */
	readonly capacityProviders: Map<string, CapacityProviderState>;
	/** How much of Fargate is to spare: 0 to 1, the share of launches that there is room for. */
	readonly fargateSpot: { room: number };
	readonly targetGroups: Map<string, TargetGroupState>;
	readonly loadBalancers: Map<string, LoadBalancerState>;
	/** Those with weights. */
	readonly listenerRules: Map<string, ListenerRuleState>;
	/** By id. */
	readonly subnets: Map<string, SubnetState>;
	/** By `<region>/<resourceId>`. */
	readonly scalableTargets: Map<string, ScalableTargetState>;
	/** By `<region>/<application name>`. */
	readonly codeDeploy: Map<string, ApplicationState>;
	/** By `<region>/<name>`: those that people made; target tracking has its own. */
	readonly alarms: Map<string, AlarmState>;
	/** Lambda functions that lifecycle hooks call, by name; see hook-function.ts. */
	readonly functions: Map<string, HookFunction>;
	/** By name. */
	readonly dependencies: Map<string, DependencyState>;
	/** By `repository:tag` or `repository`; see behaviour.ts. */
	readonly behaviours: Map<string, Behaviour>;
	/** By repository name, then by tag; see repository.ts. */
	readonly repositories: Map<string, RepositoryState>;
	/** Told of each change of a task's status or health. */
	readonly taskWatchers: ((world: World, task: TaskState) => void)[];
};

/** An empty world at `startAt` (epoch ms). */
export function createWorld(input: {
	readonly account: string;
	readonly seed: number;
	readonly startAt: number;
}): World {
	return {
		account: input.account,
		clock: { now: input.startAt, speed: 1, paused: false },
		queue: emptyQueue(),
		random: seeded(input.seed),
		clusters: new Map(),
		services: new Map(),
		tasks: new Map(),
		taskDefinitions: new Map(),
		containerInstances: new Map(),
		ec2Instances: new Map(),
		autoScalingGroups: new Map(),
		capacityProviders: new Map(),
		fargateSpot: { room: 1 },
		targetGroups: new Map(),
		loadBalancers: new Map(),
		listenerRules: new Map(),
		subnets: new Map(),
		scalableTargets: new Map(),
		codeDeploy: new Map(),
		alarms: new Map(),
		functions: new Map(),
		dependencies: new Map(),
		behaviours: new Map(),
		repositories: new Map(),
		taskWatchers: [],
	};
}
