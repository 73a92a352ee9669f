/** A CloudWatch alarm that somebody made; times are epoch ms. */
export type AlarmState = {
	readonly alarmName: string;
	readonly region: string;
	readonly description: string;
	/** The service whose metric it watches; with ERRORS_METRIC, the whole load balancer before it. */
	readonly serviceArn: string;
	readonly metricName: AlarmMetric;
	readonly threshold: number;
	/** One-minute periods in a row that must all be above it. */
	readonly evaluationPeriods: number;
	readonly createdAt: number;
	/** Of the newest minutes, newest first: as many as an evaluation looks at, and those not published yet. */
	readonly datapoints: { readonly at: number; readonly value: number }[];
	/** Somebody has set its state: the metric does not change it any more. */
	isHeld: boolean;
	state: AlarmStateValue;
	/** Changes of state, newest first. */
	readonly changes: AlarmStateChange[];
};

/** 5xx answers of the targets in a minute (ELB user guide, CloudWatch metrics). */
export const ERRORS_METRIC = 'HTTPCode_Target_5XX_Count';

export const ALARM_METRICS = ['CPUUtilization', 'MemoryUtilization', ERRORS_METRIC] as const;

export type AlarmMetric = (typeof ALARM_METRICS)[number];

export type AlarmStateValue = 'OK' | 'ALARM' | 'INSUFFICIENT_DATA';

export type AlarmStateChange = {
	readonly at: number;
	readonly before: AlarmStateValue;
	readonly state: AlarmStateValue;
	readonly reason: string;
};

/** The alarm of a region by its name. */
export function alarmNamed(
	alarms: ReadonlyMap<string, AlarmState>,
	region: string,
	name: string,
): AlarmState | undefined {
	return alarms.get(`${region}/${name}`);
}
