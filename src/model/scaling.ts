/** A service's registration with Application Auto Scaling. */
export type ScalableTarget = {
	/** `service/<cluster>/<service>` */
	readonly resourceId: string;
	readonly minCapacity: number;
	readonly maxCapacity: number;
	readonly suspended: { readonly scaleIn: boolean; readonly scaleOut: boolean; readonly scheduled: boolean };
};

export type ScalingPolicy = {
	readonly resourceId: string;
	readonly policyName: string;
	readonly policyType: string;
	/** ECSServiceAverageCPUUtilization, …MemoryUtilization, ALBRequestCountPerTarget, or undefined for customised metrics. */
	readonly metricType?: string;
	readonly targetValue?: number;
	readonly scaleInCooldown?: number;
	readonly scaleOutCooldown?: number;
	/** It adds tasks and never takes one away. */
	readonly disableScaleIn?: boolean;
	/** Whose requests are counted: `app/<load balancer>/<id>/targetgroup/<target group>/<id>`. */
	readonly resourceLabel?: string;
	/** Of a target-tracking policy. */
	readonly configuration?: TrackingConfiguration;
	readonly steps?: StepScaling;
};

/**
 * The whole TargetTrackingScalingPolicyConfiguration as AWS's own JSON, to be put again changed: what nobody here knows
 * survives. Texts are raw: clean them before they are shown.
 */
export type TrackingConfiguration = Readonly<Record<string, unknown>>;

/** What a step policy does, AWS's field names; seconds, and distances from the alarm's threshold. */
export type StepScaling = {
	/** ChangeInCapacity | PercentChangeInCapacity | ExactCapacity */
	readonly adjustmentType: string;
	readonly cooldown?: number;
	readonly stepAdjustments: readonly {
		readonly metricIntervalLowerBound?: number;
		readonly metricIntervalUpperBound?: number;
		readonly scalingAdjustment: number;
	}[];
};

/** Bounds that Application Auto Scaling sets at a time. */
export type ScheduledAction = {
	readonly scheduledActionName: string;
	/** `at(2026-11-20T18:00:00)`, `rate(1 day)` or `cron(0 18 * * ? *)` */
	readonly schedule: string;
	/** Canonical name; UTC when there is none. */
	readonly timezone?: string;
	readonly minCapacity?: number;
	readonly maxCapacity?: number;
	/** It does nothing before and after these; epoch ms. */
	readonly startTime?: number;
	readonly endTime?: number;
	/** From then on a `rate` without a start counts; epoch ms. */
	readonly createdAt?: number;
};

/** What Application Auto Scaling has for one service. */
export type ServiceScaling = { readonly target: ScalableTarget; readonly policies: readonly ScalingPolicy[] };

/** The CPU target in percent, if a target-tracking policy has one. */
export function cpuTarget(scaling: ServiceScaling | undefined): number | undefined {
	return targetOf(scaling, 'ECSServiceAverageCPUUtilization');
}

/** The memory target in percent, if a target-tracking policy has one. */
export function memoryTarget(scaling: ServiceScaling | undefined): number | undefined {
	return targetOf(scaling, 'ECSServiceAverageMemoryUtilization');
}

/** The high-resolution metrics are named like the others with a suffix. */
function targetOf(scaling: ServiceScaling | undefined, metricType: string): number | undefined {
	return scaling?.policies.find((policy) => policy.metricType?.startsWith(metricType))?.targetValue;
}
