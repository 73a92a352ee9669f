import { expect, test } from 'vitest';
import { alarmRemarks, watchedAlarms } from '../../../src/actions/deploy/alarm-remarks.ts';
import type { Alarm } from '../../../src/model/alarm.ts';
import { failing } from '../../store/fake-aws.ts';
import { aSnapshot } from './a-snapshot.ts';

const watching = (alarmNames: readonly string[], { enable = true, rollback = true } = {}) => ({
	deploymentConfiguration: {
		minimumHealthyPercent: 100,
		maximumPercent: 200,
		alarms: { enable, rollback, alarmNames },
	},
});

const said = (alarms: readonly Alarm[], settings = watching(['5xx', 'latency'])) =>
	alarmRemarks({ ...aSnapshot({ app: 'reg/app:1' }, settings), alarms: { value: alarms } }).map(
		({ level, text }) => `${level}: ${text}`,
	);

const ok = (name: string): Alarm => ({ name, state: 'OK' });
const firing = (name: string): Alarm => ({ name, state: 'ALARM' });

test('alarms that are quiet will roll it back', () => {
	expect(said([ok('5xx'), { name: 'latency', state: 'INSUFFICIENT_DATA' }])).toEqual([
		'good: an alarm rolls it back: 5xx, latency',
	]);
});

test('alarms without rollback only stop it', () => {
	expect(said([ok('5xx')], watching(['5xx'], { rollback: false }))).toEqual([
		'good: an alarm stops it, and rolls nothing back: 5xx',
	]);
});

test('one that fires already disarms all of them', () => {
	expect(said([firing('5xx'), ok('latency')])).toEqual([
		'warning: 5xx fires already: ECS ignores all alarms for the whole deployment then',
	]);
});

test('one that was deleted is named', () => {
	expect(said([ok('latency')])).toEqual([
		'warning: there is no alarm 5xx: the service names it all the same',
		'good: an alarm rolls it back: latency',
	]);
});

test('without permission it is unknown', () => {
	const denied = failing('denied', { service: 'cloudwatch', operation: 'DescribeAlarms' }).failure;
	const snapshot = { ...aSnapshot({ app: 'reg/app:1' }, watching(['5xx'])), alarms: { failure: denied } };
	expect(alarmRemarks(snapshot)).toEqual([
		{ level: 'unknown', text: 'deployment alarms: no permission to look (cloudwatch:DescribeAlarms)' },
	]);
});

test('alarms that are turned off are not asked for, and nothing is said of them', () => {
	const off = watching(['5xx'], { enable: false });
	expect(watchedAlarms(off)).toEqual([]);
	expect(said([], off)).toEqual([]);
});
