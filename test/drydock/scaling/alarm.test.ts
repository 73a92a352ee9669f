import { describe, expect, test } from 'vitest';
import { type MetricBook, statisticsOf, writeMinute } from '../../../src/drydock/load/metric-book.ts';
import { alarmsOf, readAlarm, type TrackingAlarm } from '../../../src/drydock/scaling/alarm.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, trackedService } from './tracked-service.ts';
import { the } from '../world/small-shop.ts';

const { target } = trackedService();
const [high, low] = target.policies.flatMap((policy) => alarmsOf(target, policy)) as [TrackingAlarm, TrackingAlarm];

/** CPU by minute, the last of them the newest that is published at noon; undefined: no data. */
function bookOf(values: readonly (number | undefined)[]): MetricBook {
	const book: MetricBook = new Map();
	for (const [index, value] of values.entries()) {
		if (value === undefined) continue;
		const set = the(statisticsOf([value, value, value, value]));
		const minute = NOON / MINUTE - 1 - values.length + index;
		writeMinute(book, target.serviceArn, minute, { CPUUtilization: set, MemoryUtilization: set });
	}
	return book;
}

describe('the alarms of target tracking', () => {
	test('are a high one at the target over 3 minutes and a low one at nine tenths over 15', () => {
		expect(high).toMatchObject({ threshold: 60, evaluationPeriods: 3, metric: 'CPUUtilization' });
		expect(low).toMatchObject({ threshold: 54, evaluationPeriods: 15 });
	});

	test('have no low one where scaling in is disabled', () => {
		const policy = the(target.policies[0]);
		const configuration = { ...policy.configuration, DisableScaleIn: true };
		expect(alarmsOf(target, { ...policy, configuration }).map(({ direction }) => direction)).toEqual(['high']);
	});

	test.each([
		[[61, 62, 63], 'ALARM'],
		[[61, 62, 60], 'OK'],
		[[90, 90, 40], 'OK'],
		[[61, undefined, 63], 'OK'],
		[[61, undefined, undefined, undefined], 'INSUFFICIENT_DATA'],
	])('high after %j is %s', (values, state) => {
		expect(readAlarm(bookOf(values), high, NOON).state).toBe(state);
	});

	test('low needs fifteen minutes', () => {
		const quiet = (minutes: number) => readAlarm(bookOf([80, ...Array<number>(minutes).fill(20)]), low, NOON).state;
		expect([quiet(14), quiet(15)]).toEqual(['OK', 'ALARM']);
	});

	test('do not see a minute before it is published', () => {
		const book = bookOf([20, 61, 62, 63]);
		expect(readAlarm(book, high, NOON - MINUTE).state).toBe('OK');
		expect(readAlarm(book, high, NOON).state).toBe('ALARM');
	});
});
