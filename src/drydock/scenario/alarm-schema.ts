import { z } from 'zod';
import { ALARM_METRICS } from '../world/alarm.ts';

/** A CloudWatch alarm on a metric of a service; with HTTPCode_Target_5XX_Count, of the load balancer before it. */
export const alarmSchema = z.strictObject({
	name: z.string(),
	service: z.string(),
	metric: z.enum(ALARM_METRICS),
	/** It goes off above this: percent, or errors a minute. */
	above: z.number(),
	/** Minutes in a row. */
	periods: z.number().int().min(1).max(60).default(1),
	description: z.string().default(''),
});

export type AlarmEntry = z.infer<typeof alarmSchema>;
