import { describe, expect, test } from 'vitest';
import { percentToStartOne, percentToStopOne, tasksBeside } from '../../src/model/rolling-bounds.ts';
import type { Service } from '../../src/model/service.ts';
import { aService } from '../fixtures/a-service.ts';

const beside = (min: number, max: number, strategy?: string, more: Partial<Service> = {}) =>
	tasksBeside({
		...aService('checkout'),
		desiredCount: 4,
		deploymentConfiguration: {
			minimumHealthyPercent: min,
			maximumPercent: max,
			...(strategy === undefined ? {} : { strategy }),
		},
		...more,
	});

describe('a deployment runs beside the present tasks', () => {
	test('as many as its maximum leaves room for', () => {
		expect(beside(100, 200)).toEqual({ more: 4, mayStopFirst: false });
		expect(beside(100, 130)).toEqual({ more: 1, mayStopFirst: false });
	});

	test('none where old ones have to go first', () => {
		expect(beside(50, 100)).toEqual({ more: 0, mayStopFirst: true });
	});

	test('all of them for blue/green, whatever the percentages', () => {
		expect(beside(50, 100, 'BLUE_GREEN')).toEqual({ more: 4, mayStopFirst: false });
	});

	test('none of a DAEMON service', () => {
		expect(beside(0, 200, undefined, { schedulingStrategy: 'DAEMON' }).more).toBe(0);
	});
});

test('one more may stop, or start, once a bound is moved so far', () => {
	expect([1, 2, 3, 10].map(percentToStopOne)).toEqual([0, 50, 66, 90]);
	expect([1, 2, 3, 10].map(percentToStartOne)).toEqual([200, 150, 134, 110]);
});
