import type { Alarm } from '../model/alarm.ts';
import { batches } from './batches.ts';
import type { Connections } from './connections.ts';
import { list } from './shapes/scalars.ts';
import { toAlarm } from './shapes/to-alarm.ts';

/** What DescribeAlarms takes and gives at most (CloudWatch API reference). */
const MOST = 100;

/** The named alarms, metric and composite ones; those that are not there are left out. */
export async function readAlarms(
	connections: Connections,
	region: string,
	names: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Alarm[]> {
	const connection = connections.to('cloudwatch', region);
	const described = await Promise.all(
		batches([...new Set(names)], MOST).map((AlarmNames) =>
			connection.call(
				'DescribeAlarms',
				(cloudwatch, options) =>
					cloudwatch.describeAlarms(
						{ AlarmNames: [...AlarmNames], AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: MOST },
						options,
					),
				signal,
			),
		),
	);
	return described.flatMap(({ MetricAlarms, CompositeAlarms }) =>
		[...list(MetricAlarms), ...list(CompositeAlarms)].map(toAlarm),
	);
}
