/** A service's registration with Application Auto Scaling, with its policies; times are epoch ms. */
export type ScalableTargetState = {
	/** `service/<cluster>/<service>` */
	readonly resourceId: string;
	readonly region: string;
	readonly serviceArn: string;
	minCapacity: number;
	maxCapacity: number;
	suspended: { dynamicScalingIn: boolean; dynamicScalingOut: boolean; scheduledScaling: boolean };
	readonly roleArn: string;
	readonly createdAt: number;
	readonly policies: ScalingPolicyState[];
	readonly scheduledActions: ScheduledActionState[];
	/** Newest first. */
	readonly activities: ScalingActivityState[];
	/** Names of the alarms that changed nothing, each told of in an activity, and that are in ALARM still. */
	readonly alarmsToldOf: Set<string>;
	lastScaleOutAt?: number;
	lastScaleInAt?: number;
};

/** A target-tracking policy. */
export type ScalingPolicyState = {
	readonly policyArn: string;
	readonly policyName: string;
	/** AWS's shape, TargetTrackingScalingPolicyConfiguration. */
	configuration: TargetTrackingConfiguration;
	/** Names of the alarms that AWS made for it: AlarmHigh first, then AlarmLow. */
	readonly alarmNames: readonly string[];
	readonly createdAt: number;
};

export type TargetTrackingConfiguration = {
	readonly TargetValue: number;
	readonly PredefinedMetricSpecification?: { readonly PredefinedMetricType: string; readonly ResourceLabel?: string };
	/** Seconds; ECS default 300. */
	readonly ScaleOutCooldown?: number;
	readonly ScaleInCooldown?: number;
	readonly DisableScaleIn?: boolean;
	readonly CustomizedMetricSpecification?: object;
	readonly [member: string]: unknown;
};

export type ScheduledActionState = {
	readonly scheduledActionName: string;
	readonly schedule: string;
	readonly timezone?: string;
	readonly minCapacity?: number;
	readonly maxCapacity?: number;
	/** It does nothing before and after these. */
	readonly startTime?: number;
	readonly endTime?: number;
	readonly createdAt: number;
};

export type ScalingActivityState = {
	readonly activityId: string;
	readonly description: string;
	readonly cause: string;
	readonly startedAt: number;
	endedAt?: number;
	statusCode: string;
	statusMessage?: string;
	/** The desired count it sets; absent when it was not scaled. */
	readonly toCount?: number;
	readonly notScaledReasons?: readonly {
		readonly code: string;
		readonly maxCapacity?: number;
		readonly minCapacity?: number;
		readonly currentCapacity?: number;
	}[];
};
