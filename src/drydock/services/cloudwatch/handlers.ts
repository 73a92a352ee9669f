import type { MetricBook } from '../../load/metric-book.ts';
import type { AlarmBook } from '../../scaling/alarm-book.ts';
import type { Handlers } from '../../wire/handler.ts';
import type { World } from '../../world/world.ts';
import { answering } from '../answering.ts';
import { describeAlarmHistory, describeAlarms } from './describe-alarms.ts';
import { getMetricData } from './get-metric-data.ts';
import { getMetricStatistics } from './get-metric-statistics.ts';
import { listMetrics } from './list-metrics.ts';
import type { Look } from './look.ts';

/** CloudWatch over the recorded metrics of a world. */
export function cloudWatchHandlers(world: World, book: MetricBook, alarms: AlarmBook): Handlers {
	const on = answering(({ region }): Look => ({ world, book, alarms, region }));
	return {
		GetMetricData: on(getMetricData),
		GetMetricStatistics: on(getMetricStatistics),
		ListMetrics: on(listMetrics),
		DescribeAlarms: on(describeAlarms),
		DescribeAlarmHistory: on(describeAlarmHistory),
	};
}
