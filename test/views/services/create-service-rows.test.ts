import { describe, expect, test } from 'vitest';
import { attention } from '../../../src/diagnosis/attention.ts';
import type { ResourceFailure } from '../../../src/model/resource.ts';
import type { Task } from '../../../src/model/task.ts';
import { serviceEvidence } from '../../../src/store/service-evidence.ts';
import { createServiceRows } from '../../../src/views/services/create-service-rows.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { shopPicture } from '../../fixtures/shop-picture.ts';
import { MINUTE, NIGHT, PROD, serviceArn, targetGroupArn } from '../../fixtures/shop.ts';

const picture = shopPicture();
const THROTTLED: ResourceFailure = {
	kind: 'throttled',
	service: 'elasticloadbalancing',
	operation: 'DescribeTargetHealth',
	code: 'ThrottlingException',
	message: 'Rate exceeded',
	next: 'It is tried again by itself.',
	since: NIGHT - 5_000,
};

describe('the rows of the services table', () => {
	test('begin with what fails, then what is degraded, then what changes, then the names', () => {
		const rows = createServiceRows()(picture, [], NIGHT);
		expect(rows.slice(0, 6).map(({ service, attention }) => `${attention.level} ${service.serviceName}`)).toEqual([
			'failing checkout',
			'failing payments',
			'degraded search',
			'changing inventory',
			'fine api-gateway',
			'fine cart',
		]);
	});

	test('know their load-balancer targets, those on their way out not counted, and those still missing', () => {
		const healthy = { id: '10.0.3.10', port: 8080, state: 'healthy' };
		const targets = [healthy, { ...healthy, id: '10.0.3.11', state: 'draining' }];
		const arn = targetGroupArn('checkout');
		const changed = { ...picture, targetHealth: { ...picture.targetHealth, [arn]: { value: targets } } };
		const checkout = createServiceRows()(changed, [], NIGHT).find(({ service }) => service.serviceName === 'checkout');
		expect(checkout?.targets).toEqual({ healthy: 1, total: 4 });
	});

	test('count the targets of the group that the traffic was shifted to', () => {
		const arn = targetGroupArn('checkout');
		const home = picture.services[PROD];
		const checkout = home?.value?.[serviceArn('checkout')];
		if (!checkout) throw new Error('the shop has a checkout');
		const loadBalancers = checkout.loadBalancers.map((one) => ({ ...one, alternateTargetGroupArn: `${arn}2` }));
		const value = { ...home.value, [checkout.serviceArn]: { ...checkout, loadBalancers } };
		const targets = [10, 11, 12, 13].map((host) => ({ id: `10.0.3.${host}`, port: 8080, state: 'healthy' }));
		const shifted = {
			...picture,
			services: { ...picture.services, [PROD]: { ...home, value } },
			targetHealth: { [arn]: { value: [] }, [`${arn}2`]: { value: targets } },
		};
		const row = createServiceRows()(shifted, [], NIGHT).find(({ service }) => service.serviceName === 'checkout');
		expect(row?.targets).toEqual({ healthy: 4, total: 4 });
	});

	test('tell what could not be read anew, and again when it can', () => {
		const rowsOf = createServiceRows();
		const checkoutIn = (shown: typeof picture) =>
			rowsOf(shown, [], NIGHT).find(({ service }) => service.serviceName === 'checkout');
		const health = picture.targetHealth[targetGroupArn('checkout')];
		const failing = { ...picture.targetHealth, [targetGroupArn('checkout')]: { ...health, failure: THROTTLED } };
		expect(checkoutIn(picture)?.stale).toEqual({ state: false, metrics: false, targets: false });
		expect(checkoutIn({ ...picture, targetHealth: failing })?.stale).toEqual({
			state: false,
			metrics: false,
			targets: true,
		});
		expect(checkoutIn(picture)?.stale.targets).toBe(false);
		const serviceFailures = { [serviceArn('checkout')]: { failure: THROTTLED } };
		expect(checkoutIn({ ...picture, serviceFailures })?.stale.state).toBe(true);
	});

	test('are judged as the service screen judges: not by tasks that were read long before the service', () => {
		const arn = serviceArn('checkout');
		const tasks = { [arn]: { ...picture.tasks[arn], readAt: NIGHT - 10 * MINUTE } };
		const rowsOf = createServiceRows();
		const checkoutIn = (shown: typeof picture) =>
			rowsOf(shown, [], NIGHT).find((row) => row.service.serviceArn === arn);
		expect(checkoutIn(picture)?.attention.reason).toBe('app fails its health check on every task of :43');
		const aged = checkoutIn({ ...picture, tasks });
		const service = aged?.service;
		expect(aged?.attention.reason).toBe(
			'app fails its health check; ECS killed 2 tasks for it in 15 min, 2 of 4 running',
		);
		expect(aged?.attention).toEqual(service && attention(serviceEvidence({ ...picture, tasks }, service), NIGHT));
	});

	test('show nothing of clusters that were not chosen', () => {
		expect(createServiceRows()(picture, ['arn:aws:ecs:ap-northeast-1:111122223333:cluster/staging'], NIGHT)).toEqual(
			[],
		);
	});

	test('keep their identity when another service changed', () => {
		const rowsOf = createServiceRows();
		const before = rowsOf(picture, [], NIGHT);
		const services = picture.services[PROD]?.value ?? {};
		const cart = services[serviceArn('cart')];
		if (!cart) throw new Error('the shop has a cart');
		const changed = { ...services, [cart.serviceArn]: { ...cart, runningCount: 1 } };
		const after = rowsOf({ ...picture, services: { [PROD]: { value: changed } } }, [], NIGHT);
		const replaced = after.filter((row) => !before.includes(row)).map(({ service }) => service.serviceName);
		expect(replaced).toEqual(['cart']);
	});

	test('that share a cause keep their identity when something else was read', () => {
		const failed = (service: string, id: string) =>
			aTask(service, id, {
				lastStatus: 'STOPPED',
				stopCode: 'TaskFailedToStart',
				stoppedReason: 'Timeout waiting for network interface provisioning to complete.',
				stoppedAt: NIGHT - MINUTE,
				containerInstanceArn: 'arn:instance/bad',
			});
		const well = aTask('api-gateway', 'w', { containerInstanceArn: 'arn:instance/well' });
		const tasksOf = (...tasks: readonly Task[]) => ({
			value: Object.fromEntries(tasks.map((task) => [task.taskArn, task])),
			readAt: NIGHT,
		});
		const tasks = {
			[serviceArn('cart')]: tasksOf(failed('cart', 'a'), failed('cart', 'b')),
			[serviceArn('api-gateway')]: tasksOf(failed('api-gateway', 'c'), well),
		};
		const rowsOf = createServiceRows();
		const shared = (shown: typeof picture) =>
			rowsOf(shown, [], NIGHT).filter(({ attention: { findings } }) =>
				findings.some(({ serviceArns }) => serviceArns.length > 1),
			);
		const before = shared({ ...picture, tasks });
		expect(before).toHaveLength(2);
		const after = shared({ ...picture, tasks, lastLines: { other: { value: [], readAt: NIGHT } } });
		expect(after.map((row, index) => row === before[index])).toEqual([true, true]);
	});

	test('are the same list while the picture is', () => {
		const rowsOf = createServiceRows();
		const clusterArns: readonly string[] = [];
		expect(rowsOf(picture, clusterArns, NIGHT)).toBe(rowsOf(picture, clusterArns, NIGHT + 1_000));
	});
});
