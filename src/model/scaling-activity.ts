/** Something that Application Auto Scaling did or would not do with a service, AWS's field names; times are epoch ms. */
export type ScalingActivity = {
	readonly activityId: string;
	/** `Setting desired count to 6.`, `Attempting to scale due to alarm triggered` */
	readonly description: string;
	/** `monitor alarm TargetTracking-…-AlarmHigh-… in state ALARM triggered policy cpu` */
	readonly cause: string;
	readonly startTime: number;
	readonly endTime?: number;
	/** Pending | InProgress | Successful | Overridden | Unfulfilled | Failed */
	readonly statusCode: string;
	readonly statusMessage?: string;
	/** Why it did not scale. */
	readonly notScaledReasons: readonly {
		/** AutoScalingAnticipatedFlapping | TargetServicePutResourceAsUnscalable | AlreadyAtMaxCapacity … */
		readonly code: string;
		readonly maxCapacity?: number;
		readonly minCapacity?: number;
		readonly currentCapacity?: number;
	}[];
};
