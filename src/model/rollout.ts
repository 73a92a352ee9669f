import type { LifecycleHook } from './deployment-history.ts';

/** A deployment on its way, in numbers: what a screen draws of it. Times are epoch ms. */
export type Rollout = {
	/** The one that comes first, then those that go. */
	readonly revisions: readonly RolloutRevision[];
	/** SCALE_UP, BAKE_TIME … (`stageWords`); absent where ECS tells none: a rolling deployment has no stages. */
	readonly stage?: string;
	/** Until when both revisions are kept at the latest, while it bakes. */
	readonly bakeUntil?: number;
	readonly rollingBack?: true;
	readonly failures: Failures;
	/** What somebody has to continue before it goes on. */
	readonly waitingFor: readonly LifecycleHook[];
	/** Deployment alarms that have fired. */
	readonly alarms: readonly string[];
	/** What has happened so far, oldest first: `first task running`. */
	readonly moments: readonly { readonly at: number; readonly text: string }[];
};

/** The tasks of one revision, and its share of the traffic. */
export type RolloutRevision = {
	readonly taskDefinition: string;
	readonly isNew: boolean;
	readonly desired: number;
	readonly running: number;
	readonly pending: number;
	/** Pass the checks of containers and load balancers; absent where there are none, or they may not be seen. */
	readonly healthy?: number;
	/** Still answer what they have begun, before they stop. */
	readonly draining?: number;
	/** Percent; absent where ECS shifts no traffic. */
	readonly productionTraffic?: number;
	readonly testTraffic?: number;
};

/** Tasks of the new revision that ended before they were healthy. */
export type Failures = {
	readonly count: number;
	/** So many trip the circuit breaker; absent where none watches. */
	readonly threshold?: number;
	/** Why, the most frequent first; of those that ECS still remembers. */
	readonly reasons: readonly { readonly text: string; readonly count: number; readonly newestTaskArn: string }[];
};

/** Lifecycle stages of a service deployment (ECS API reference, ServiceDeployment). */
const STAGES: ReadonlyMap<string, string> = new Map([
	['RECONCILE_SERVICE', 'putting the service in order'],
	['PRE_SCALE_UP', 'before scaling up'],
	['SCALE_UP', 'scaling up'],
	['POST_SCALE_UP', 'scaled up'],
	['TEST_TRAFFIC_SHIFT', 'shifting test traffic'],
	['POST_TEST_TRAFFIC_SHIFT', 'test traffic shifted'],
	['PRE_PRODUCTION_TRAFFIC_SHIFT', 'before shifting production traffic'],
	['PRODUCTION_TRAFFIC_SHIFT', 'shifting production traffic'],
	['POST_PRODUCTION_TRAFFIC_SHIFT', 'production traffic shifted'],
	['BAKE_TIME', 'baking'],
	['CLEAN_UP', 'cleaning up'],
]);

/** A stage for people; one that nobody here knows stays as ECS calls it. */
export function stageWords(stage: string): string {
	return STAGES.get(stage) ?? stage;
}
