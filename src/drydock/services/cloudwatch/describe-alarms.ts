import type {
	DescribeAlarmHistoryInput,
	DescribeAlarmHistoryOutput,
	DescribeAlarmsInput,
	DescribeAlarmsOutput,
} from '@aws-sdk/client-cloudwatch';
import { checkBounds, checkEnum } from '../constraint.ts';
import { pageOf } from '../page.ts';
import { alarmsIn, asHistoryItem } from './alarms.ts';
import { invalidToken, type Look } from './look.ts';

const STATES = ['OK', 'ALARM', 'INSUFFICIENT_DATA'];
const PAGE = { min: 1, max: 100 };
/** What CloudWatch gives without MaxRecords. */
const DEFAULT_PAGE = 50;

/** @throws {AwsFault} InvalidNextToken, ValidationError */
export function describeAlarms(look: Look, input: DescribeAlarmsInput): DescribeAlarmsOutput {
	const {
		AlarmNames,
		AlarmNamePrefix = '',
		AlarmTypes,
		StateValue,
		ActionPrefix = '',
		MaxRecords = DEFAULT_PAGE,
	} = input;
	checkBounds('ValidationError', 'maxRecords', MaxRecords, PAGE);
	checkEnum('ValidationError', 'stateValue', StateValue, STATES);
	const isAsked = AlarmTypes === undefined || AlarmTypes.includes('MetricAlarm');
	const alarms = (isAsked ? alarmsIn(look) : [])
		.map(({ alarm }) => alarm)
		.filter(
			({ AlarmName, AlarmActions }) =>
				(AlarmNames === undefined || AlarmNames.includes(AlarmName)) &&
				AlarmName.startsWith(AlarmNamePrefix) &&
				(ActionPrefix === '' || AlarmActions?.some((action) => action.startsWith(ActionPrefix))),
		)
		.filter((alarm) => StateValue === undefined || alarm.StateValue === StateValue);
	const { items, nextToken } = pageOf(alarms, MaxRecords, input.NextToken, invalidToken);
	return { MetricAlarms: [...items], CompositeAlarms: [], NextToken: nextToken };
}

/** Newest first unless asked otherwise. @throws {AwsFault} InvalidNextToken, ValidationError */
export function describeAlarmHistory(look: Look, input: DescribeAlarmHistoryInput): DescribeAlarmHistoryOutput {
	const { AlarmName, HistoryItemType, MaxRecords = PAGE.max, ScanBy } = input;
	checkBounds('ValidationError', 'maxRecords', MaxRecords, PAGE);
	const from = input.StartDate?.getTime() ?? 0;
	const to = input.EndDate?.getTime() ?? look.world.clock.now;
	const isAsked = HistoryItemType === undefined || HistoryItemType === 'StateUpdate';
	const items = (isAsked ? alarmsIn(look) : [])
		.filter(({ alarm }) => AlarmName === undefined || alarm.AlarmName === AlarmName)
		.flatMap((shown) =>
			shown.changes.filter(({ at }) => at >= from && at <= to).map((change) => asHistoryItem(shown, change)),
		)
		.sort((one, other) => Number(other.Timestamp) - Number(one.Timestamp));
	if (ScanBy === 'TimestampAscending') items.reverse();
	const page = pageOf(items, MaxRecords, input.NextToken, invalidToken);
	return { AlarmHistoryItems: [...page.items], NextToken: page.nextToken };
}
