import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import type { Aws } from '../../../src/aws/aws.ts';
import { resourceState } from '../../../src/model/resource.ts';
import { createCallBudget } from '../../../src/aws/call-budget.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { clusterOf, nameOf, names } from '../a-cluster.ts';
import { failing, fakeAws } from '../fake-aws.ts';
import { aService } from '../../fixtures/a-service.ts';
import { PROD, serviceArn } from '../../fixtures/shop.ts';
import { steppedTime } from '../stepped-time.ts';

afterEach(() => {
	vi.useRealTimers();
});

const anyRate = fc.record({
	count: fc.integer({ min: 1, max: 150 }),
	visible: fc.integer({ min: 0, max: 40 }),
	refreshMs: fc.integer({ min: 0, max: 60_000 }),
	random: fc.double({ min: 0, max: 0.999, noNaN: true }),
	isShort: fc.boolean(),
});

test('no service is forgotten, however often the screen is refreshed', async () => {
	await fc.assert(
		fc.asyncProperty(anyRate, async ({ count, visible, refreshMs, random, isShort }) => {
			const time = steppedTime();
			const describe = (name: string) => aService(name, isShort ? { runningCount: 0 } : {});
			const aws = clusterOf(time, names(count), describe);
			const store = createStore({ aws, time, random: () => random, refreshMs });
			const onScreen = names(Math.min(count, visible)).map(serviceArn);
			store.watch({ kind: 'services', clusterArn: PROD, visible: onScreen });
			await time.step(200_000);
			const pause = 1.1 * Math.max(1_000, refreshMs) + 150;
			for (let look = 0; look < 8; look += 1) {
				await time.step(17_000);
				const { services, serviceReadAt } = store.getState();
				const ages = Object.keys(services[PROD]?.value ?? {}).map((arn) => time.now() - (serviceReadAt[arn] ?? 0));
				expect(ages).toHaveLength(count);
				expect(Math.max(...ages)).toBeLessThan(30_000 + 3 * pause);
			}
			store.stop();
		}),
		{ numRuns: 30, seed: 7 },
	);
});

test.each([
	['listed', 'ListServices'],
	['described', 'DescribeServices'],
])('when services cannot be %s, that stays on screen until they can', async (_, operation) => {
	const time = steppedTime();
	let denied = false;
	const refuse = () => (denied ? Promise.reject(failing('denied', { operation })) : undefined);
	const usual = clusterOf(time, names(30), aService);
	const aws = fakeAws({
		...usual,
		serviceArns: (...args) => (operation === 'ListServices' && refuse()) || usual.serviceArns(...args),
		describeServices: (...args) => (operation === 'DescribeServices' && refuse()) || usual.describeServices(...args),
	});
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [serviceArn('s3')] });
	await time.step(50_000);
	denied = true;
	await time.step(65_000);
	for (let second = 0; second < 60; second += 1) {
		await time.step(1_000);
		expect(store.getState().services[PROD]?.failure?.operation).toBe(operation);
	}
	denied = false;
	await time.step(65_000);
	expect(resourceState(store.getState().services[PROD])).toBe('fresh');
});

test('services go on being described while they cannot be listed', async () => {
	const time = steppedTime();
	const serviceArns = () => Promise.reject(failing('denied', { operation: 'ListServices' }));
	const aws = clusterOf(time, names(30), aService, { serviceArns });
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [serviceArn('s3')] });
	await time.step(300_000);
	const { serviceReadAt } = store.getState();
	expect(Math.min(...Object.values(serviceReadAt))).toBeGreaterThan(time.now() - 35_000);
});

test('Ctrl-r reads all services anew in seconds, without loading the cluster again', async () => {
	const time = steppedTime();
	let loads = 0;
	const usual = clusterOf(time, names(100), aService);
	const aws = fakeAws({ ...usual, services: (...args) => (loads++, usual.services(...args)) });
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: names(20).map(serviceArn) });
	store.watch({ kind: 'service', serviceArn: serviceArn('s7') });
	await time.step(10_000);
	const at = time.now();
	store.refresh();
	await time.step(4_000);
	expect(Math.min(...Object.values(store.getState().serviceReadAt))).toBeGreaterThanOrEqual(at);
	expect(loads).toBe(1);
	store.stop();
});

test('an answer that comes late does not put back what was read meanwhile', async () => {
	const time = steppedTime();
	let runningCount = 2;
	const usual = clusterOf(time, names(30), (name) => aService(name, { runningCount }));
	const late = Promise.withResolvers<void>();
	const aws = fakeAws({
		...usual,
		describeServices: async (cluster, arns) => {
			if (arns.includes(serviceArn('s0'))) return usual.describeServices(cluster, arns);
			const old = arns.map((arn) => aService(nameOf(arn)));
			await late.promise;
			return old;
		},
	});
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [serviceArn('s0')] });
	await time.step(33_000);
	runningCount = 0;
	await time.step(10_000);
	const shown = () => Object.values(store.getState().services[PROD]?.value ?? {});
	const before = shown().filter((service) => service.runningCount === 0);
	expect(before.length).toBeGreaterThan(1);
	late.resolve();
	await time.step(100);
	expect(
		before.filter(({ serviceArn: arn }) => !shown().some((one) => one.serviceArn === arn && one.runningCount === 0)),
	).toEqual([]);
	store.stop();
});

test('the selected service that was deleted stays, as INACTIVE, until another one is selected', async () => {
	const time = steppedTime();
	let deleted = false;
	const describe = (name: string) => aService(name, deleted && name === 's0' ? { status: 'INACTIVE' } : {});
	const usual = clusterOf(time, names(2), describe);
	const serviceArns = async () => (deleted ? [serviceArn('s1')] : names(2).map(serviceArn));
	const store = createStore({ aws: fakeAws({ ...usual, serviceArns }), time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: names(2).map(serviceArn) });
	const leave = store.watch({ kind: 'service', serviceArn: serviceArn('s0') });
	await time.step(5_000);
	deleted = true;
	await time.step(5_000);
	for (let second = 0; second < 130; second += 1) {
		await time.step(1_000);
		expect(store.getState().services[PROD]?.value?.[serviceArn('s0')]?.status).toBe('INACTIVE');
	}
	leave();
	await time.step(130_000);
	expect(Object.keys(store.getState().services[PROD]?.value ?? {})).toEqual([serviceArn('s1')]);
	store.stop();
});

test.each([
	['during an outage of a whole cluster', 0],
	['although a person presses Ctrl-r again and again', 10_000],
])('the selected service stays young %s', async (_, refreshEvery) => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
	const budget = createCallBudget(Date);
	const usual = clusterOf(steppedTime(), names(500), (name) => aService(name, { runningCount: 1 }));
	const store = createStore({
		aws: fakeAws({
			...usual,
			describeServices: async (_cluster, arns, { signal, turn } = {}) => {
				await budget.take({ region: 'eu-west-1', service: 'ecs', operation: 'DescribeServices' }, signal, turn);
				await new Promise((resolve) => setTimeout(resolve, 150));
				return arns.map((arn) => aService(nameOf(arn), { runningCount: 1 }));
			},
		}),
		random: () => 0.5,
	});
	store.watch({ kind: 'services', clusterArn: PROD, visible: names(20).map(serviceArn) });
	store.watch({ kind: 'service', serviceArn: serviceArn('s300') });
	for (let second = 1; second <= 180; second += 1) {
		await vi.advanceTimersByTimeAsync(1_000);
		if (refreshEvery && (second * 1_000) % refreshEvery === 0) store.refresh();
		expect(Date.now() - (store.getState().serviceReadAt[serviceArn('s300')] ?? 0)).toBeLessThan(6_000);
	}
	expect(Date.now() - Math.min(...Object.values(store.getState().serviceReadAt))).toBeLessThan(100_000);
	store.stop();
});

test('while nothing can be described, one call of each kind finds out whether it works again', async () => {
	const time = steppedTime();
	const asked: { readonly at: number; readonly arns: readonly string[] }[] = [];
	let broken = false;
	const usual = clusterOf(time, names(100), aService);
	const describeServices: Aws['describeServices'] = (cluster, arns) => {
		if (!broken) return usual.describeServices(cluster, arns);
		asked.push({ at: time.now(), arns });
		return Promise.reject(failing('unreachable'));
	};
	const store = createStore({ aws: fakeAws({ ...usual, describeServices }), time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: names(30).map(serviceArn) });
	store.watch({ kind: 'service', serviceArn: serviceArn('s50') });
	await time.step(40_000);
	broken = true;
	await time.step(40_000);
	asked.length = 0;
	await time.step(120_000);
	const tries = [...Map.groupBy(asked, ({ at }) => at).values()];
	expect(tries.length).toBeGreaterThan(0);
	expect(Math.max(...tries.map(({ length }) => length))).toBeLessThanOrEqual(2);
	expect(asked.some(({ arns }) => arns[0] === serviceArn('s50'))).toBe(true);
	store.stop();
});
