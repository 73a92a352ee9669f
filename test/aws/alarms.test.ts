import { expect, test } from 'vitest';
import { awsOver, REGION } from './aws-over.ts';

test('alarms of both kinds are asked for by name, a hundred at a time', async () => {
	const asked: unknown[] = [];
	const { aws } = awsOver({
		cloudwatch: {
			DescribeAlarms: (input: { AlarmNames: readonly string[] }) => {
				asked.push({ ...input, AlarmNames: input.AlarmNames.length });
				const [AlarmName] = input.AlarmNames;
				const alarm = {
					AlarmName,
					StateValue: 'ALARM',
					StateReason: 'Threshold Crossed',
					StateUpdatedTimestamp: new Date(5),
				};
				return asked.length === 1 ? { MetricAlarms: [alarm] } : { CompositeAlarms: [alarm] };
			},
		},
	});
	const names = Array.from({ length: 101 }, (_, index) => `alarm-${index}`);
	expect(await aws.alarms(REGION, [...names, 'alarm-0'])).toEqual([
		{ name: 'alarm-0', state: 'ALARM', reason: 'Threshold Crossed', since: 5 },
		{ name: 'alarm-100', state: 'ALARM', reason: 'Threshold Crossed', since: 5 },
	]);
	const common = { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: 100 };
	expect(asked).toEqual([
		{ AlarmNames: 100, ...common },
		{ AlarmNames: 1, ...common },
	]);
});

test('no names cost no call', async () => {
	const { aws, operations } = awsOver({});
	expect(await aws.alarms(REGION, [])).toEqual([]);
	expect(operations()).toEqual([]);
});
