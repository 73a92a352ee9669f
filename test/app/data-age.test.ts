import { expect, test } from 'vitest';
import { dataAge } from '../../src/app/data-age.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, PROD, serviceArn, targetGroupArn } from '../fixtures/shop.ts';

const picture = shopPicture();
const services = { kind: 'services', clusterArn: PROD } as const;
const tasks = { kind: 'tasks', serviceArn: serviceArn('checkout') } as const;

const THROTTLED = {
	kind: 'throttled',
	service: 'ecs',
	operation: 'DescribeTasks',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'It is tried again.',
	since: NIGHT - 5_000,
} as const;

test('what is on screen is as old as its oldest part', () => {
	const older = { ...picture, tasks: { [tasks.serviceArn]: { value: {}, readAt: NIGHT - 40_000 } } };
	expect(dataAge(older, [services, tasks])).toEqual({ readAt: NIGHT - 40_000, stale: false });
	expect(dataAge(older, [services]).readAt).toBe(NIGHT - 2_000);
});

test('a cluster without services does not make the others look old', () => {
	const empty = { kind: 'services', clusterArn: 'arn:aws:ecs:ap-northeast-1:111122223333:cluster/default' } as const;
	const idle = { value: {}, readAt: NIGHT - 50_000 };
	const account = { ...picture, services: { ...picture.services, [empty.clusterArn]: idle } };
	expect(dataAge(account, [services, empty]).readAt).toBe(NIGHT - 2_000);
	expect(dataAge(account, [empty]).readAt).toBe(NIGHT - 50_000);
});

test('a failed refresh makes it stale', () => {
	const reading = { value: {}, readAt: NIGHT - 9_000, failure: THROTTLED };
	const failed = { ...picture, tasks: { [tasks.serviceArn]: reading } };
	expect(dataAge(failed, [services, tasks]).stale).toBe(true);
});

test('metrics and target health count when they could not be read anew', () => {
	const failure = {
		kind: 'denied',
		service: 'cloudwatch',
		operation: 'GetMetricData',
		code: 'AccessDenied',
		message: 'not authorized',
		next: 'Ask for the IAM permission.',
		since: NIGHT - 50_000,
	} as const;
	const arn = serviceArn('checkout');
	const seen = [{ ...services, visible: [arn] }];
	const old = { ...picture.metrics[arn], readAt: NIGHT - 58_000 };
	const withMetrics = (one: (typeof picture.metrics)[string]) => ({ ...picture, metrics: { [arn]: one } });
	expect(dataAge(withMetrics(old), seen)).toEqual({ readAt: NIGHT - 2_000, stale: false });
	expect(dataAge(withMetrics({ ...old, failure }), seen)).toEqual({ readAt: NIGHT - 58_000, stale: true });
	expect(dataAge(withMetrics({ failure }), seen)).toEqual({ readAt: NIGHT - 2_000, stale: true });
	expect(dataAge(withMetrics({ ...old, failure }), [services]).stale).toBe(false);
	const health = { [targetGroupArn('checkout')]: { readAt: NIGHT - 70_000, value: [], failure } };
	expect(dataAge({ ...picture, targetHealth: health }, seen).readAt).toBe(NIGHT - 70_000);
});

test('long metrics are of the last minute at best, and count when they could not be read anew', () => {
	const arn = serviceArn('checkout');
	const seen = [
		{ kind: 'long-metrics', serviceArn: arn },
		{ kind: 'service', serviceArn: arn },
	] as const;
	const old = { ...picture.longMetrics[arn], readAt: NIGHT - 58_000 };
	expect(dataAge({ ...picture, longMetrics: { [arn]: old } }, seen).readAt).toBe(NIGHT - 2_000);
	const failure = { ...THROTTLED, operation: 'GetMetricData' };
	const failed = { ...picture, longMetrics: { [arn]: { ...old, failure } } };
	expect(dataAge(failed, seen)).toEqual({ readAt: NIGHT - 58_000, stale: true });
});

test('has no age before the first reading', () => {
	expect(dataAge(picture, [])).toEqual({ readAt: undefined, stale: false });
});

test('what the selected service is judged by counts when it could not be read anew, and not when it never could', () => {
	const evidence = { kind: 'evidence', serviceArn: serviceArn('checkout') } as const;
	const alarms = { [evidence.serviceArn]: { value: [], readAt: NIGHT - 60_000, failure: THROTTLED } };
	expect(dataAge({ ...picture, alarms }, [services, evidence])).toEqual({ readAt: NIGHT - 60_000, stale: true });
	const never = { ...picture, alarms: { [evidence.serviceArn]: { failure: THROTTLED } } };
	expect(dataAge(never, [services, evidence])).toEqual({ readAt: NIGHT - 2_000, stale: false });
});
