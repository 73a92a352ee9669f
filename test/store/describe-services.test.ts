import { expect, test } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { clusterOf, names } from './a-cluster.ts';
import { failing, fakeAws } from './fake-aws.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';
import { steppedTime } from './stepped-time.ts';

test.each(['server-fault', 'denied'] as const)(
	'one service that cannot be described (%s) is marked alone, and the others stay young',
	async (kind) => {
		const time = steppedTime();
		let calls = 0;
		const usual = clusterOf(time, names(40), aService);
		const refuse = (arns: readonly string[]) => (calls++, arns.includes(serviceArn('s25')));
		const aws = fakeAws({
			...usual,
			describeServices: (cluster, arns) =>
				refuse(arns) ? Promise.reject(failing(kind)) : usual.describeServices(cluster, arns),
		});
		const store = createStore({ aws, time, random: () => 0.5 });
		store.watch({ kind: 'services', clusterArn: PROD, visible: names(20).map(serviceArn) });
		store.watch({ kind: 'service', serviceArn: serviceArn('s4') });
		await time.step(60_000);
		calls = 0;
		for (let second = 0; second < 120; second += 1) {
			await time.step(1_000);
			const { services, serviceReadAt, serviceFailures } = store.getState();
			expect(services[PROD]?.failure).toBeUndefined();
			expect(Object.keys(serviceFailures)).toEqual([serviceArn('s25')]);
			const ages = names(40)
				.filter((name) => name !== 's25')
				.map((name) => time.now() - (serviceReadAt[serviceArn(name)] ?? 0));
			expect(Math.max(...ages)).toBeLessThan(35_000);
			expect(time.now() - (serviceReadAt[serviceArn('s4')] ?? 0)).toBeLessThan(4_000);
		}
		expect(calls).toBeLessThan(150);
		store.stop();
	},
);

test('the selected service that cannot be described takes the others on screen along no further', async () => {
	const time = steppedTime();
	let isDenied = true;
	const usual = clusterOf(time, names(12), aService);
	const refuse = (arns: readonly string[]) => isDenied && arns.includes(serviceArn('s4'));
	const aws = fakeAws({
		...usual,
		describeServices: (cluster, arns) =>
			refuse(arns) ? Promise.reject(failing('denied')) : usual.describeServices(cluster, arns),
	});
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: names(12).map(serviceArn) });
	store.watch({ kind: 'service', serviceArn: serviceArn('s4') });
	await time.step(30_000);
	expect(Object.keys(store.getState().serviceFailures)).toEqual([serviceArn('s4')]);
	expect(store.getState().services[PROD]?.failure).toBeUndefined();
	expect(store.getState().services[PROD]?.readAt).toBeGreaterThan(time.now() - 8_000);
	isDenied = false;
	store.refresh();
	await time.step(3_000);
	expect(store.getState().serviceFailures).toEqual({});
	store.stop();
});

test('a service that is not there is said to be missing, and asked for rarely', async () => {
	const time = steppedTime();
	let calls = 0;
	const describeServices = async () => (calls++, []);
	const store = createStore({ aws: fakeAws({ describeServices }), time, random: () => 0.5 });
	store.watch({ kind: 'service', serviceArn: serviceArn('nobody') });
	await time.step(60_000);
	expect(store.getState().serviceFailures[serviceArn('nobody')]?.failure).toMatchObject({
		kind: 'not-found',
		message: 'There is no service nobody.',
	});
	expect(calls).toBeLessThan(6);
	store.stop();
});
