import type { HookAction } from './deployment-configuration.ts';

/** Where a deployment that shifts traffic stands; times are epoch ms. */
export type ShiftState = {
	/** The deployment that serves until this one does, and again after a rollback; absent for a service's first. */
	readonly sourceId?: string;
	readonly steps: readonly ShiftStep[];
	/** Which of the steps it is at. */
	place: number;
	/** The step lasts until then at least. */
	stepEndsAt: number;
	/** Percent of the traffic that the new revision is to get. */
	production: number;
	test: number;
	/** How far a rollback is: the old revision gets ready, it has the traffic again, the new one's tasks go. */
	back?: 'getting-ready' | 'shifting' | 'cleaning-up';
	/** Those that have run or run now, oldest first. */
	readonly hooks: HookState[];
};

export type ShiftStep = {
	readonly stage: LifecycleStage;
	/** Percent for the new revision from the beginning of the step on. */
	readonly production: number;
	readonly test: number;
	/** How long it goes on when all is well. */
	readonly bakeMinutes: number;
};

/** In the order in which they come (ECS API reference, ServiceDeployment.lifecycleStage). */
export const LIFECYCLE_STAGES = [
	'RECONCILE_SERVICE',
	'PRE_SCALE_UP',
	'SCALE_UP',
	'POST_SCALE_UP',
	'TEST_TRAFFIC_SHIFT',
	'POST_TEST_TRAFFIC_SHIFT',
	'PRE_PRODUCTION_TRAFFIC_SHIFT',
	'PRODUCTION_TRAFFIC_SHIFT',
	'POST_PRODUCTION_TRAFFIC_SHIFT',
	'BAKE_TIME',
	'CLEAN_UP',
] as const;

export type LifecycleStage = (typeof LIFECYCLE_STAGES)[number];

/** One run of a lifecycle hook (ECS API reference, DeploymentLifecycleHookDetail). */
export type HookState = {
	/** `ecs-pause-…` */
	readonly hookId: string;
	readonly targetType: 'AWS_LAMBDA' | 'PAUSE';
	readonly targetArn?: string;
	readonly stage: LifecycleStage;
	/** The step it runs at: linear and canary deployments come to a stage more than once. */
	readonly place: number;
	status: 'AWAITING_ACTION' | 'IN_PROGRESS' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT';
	readonly startedAt: number;
	readonly expiresAt: number;
	readonly timeoutAction: HookAction;
};
