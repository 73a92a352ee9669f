import type { Tag } from './task-definition.ts';

/** A capacity provider over an Auto Scaling group, AWS's member names; times are epoch ms. */
export type CapacityProviderState = {
	readonly capacityProviderArn: string;
	readonly name: string;
	readonly region: string;
	readonly autoScalingGroupName: string;
	managedScaling: ManagedScaling;
	managedTerminationProtection: 'ENABLED' | 'DISABLED';
	managedDraining: 'ENABLED' | 'DISABLED';
	tags: Tag[];
	/** Since when its reservation has been below the target. */
	belowTargetSince?: number;
};

/** ECS API reference, ManagedScaling. */
export type ManagedScaling = {
	readonly status: 'ENABLED' | 'DISABLED';
	/** Percent of the instances that tasks are to fill. */
	readonly targetCapacity: number;
	readonly minimumScalingStepSize: number;
	readonly maximumScalingStepSize: number;
	/** Seconds. */
	readonly instanceWarmupPeriod: number;
};

/** What it is when nobody says otherwise (ECS API reference, ManagedScaling). */
export const MANAGED_SCALING: ManagedScaling = {
	status: 'DISABLED',
	targetCapacity: 100,
	minimumScalingStepSize: 1,
	maximumScalingStepSize: 10_000,
	instanceWarmupPeriod: 300,
};

/** Spare capacity that AWS may take back. */
export const SPOT = 'FARGATE_SPOT';

/** The providers that every account has. */
export const FARGATE_PROVIDERS: readonly string[] = ['FARGATE', SPOT];
