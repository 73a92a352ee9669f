import { expect, test } from 'vitest';
import type { Service } from '../../src/model/service.ts';
import { resourceState } from '../../src/model/resource.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Picture } from '../../src/store/picture.ts';
import { failing, fakeAws } from './fake-aws.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, REGION, serviceArn } from '../fixtures/shop.ts';
import { steppedTime } from './stepped-time.ts';

const random = () => 0.5;
const checkout = serviceArn('checkout');

test('asks AWS for nothing until somebody watches', async () => {
	const time = steppedTime();
	const store = createStore({ aws: fakeAws({ clusters: () => Promise.reject(new Error('asked')) }), time, random });
	await time.step(120_000);
	expect(store.getState().clusters).toEqual({});
	expect(time.waiting()).toBe(0);
});

test('fills the services table as batches come', async () => {
	const time = steppedTime();
	const later = Promise.withResolvers<void>();
	const all = [aService('checkout'), aService('payments'), aService('search')];
	const aws = fakeAws({
		services: async (_cluster, options) => {
			options?.onBatch?.(all.slice(0, 2));
			await later.promise;
			options?.onBatch?.(all.slice(2));
			return all;
		},
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(50);
	expect(Object.keys(store.getState().services[PROD]?.value ?? {})).toHaveLength(2);
	later.resolve();
	await time.step(50);
	expect(Object.keys(store.getState().services[PROD]?.value ?? {})).toHaveLength(3);
});

test('reads two equal topics once, and goes on while one of them is left', async () => {
	const time = steppedTime();
	let calls = 0;
	const clusters = async () => {
		calls += 1;
		return [];
	};
	const store = createStore({ aws: fakeAws({ clusters }), time, random });
	const leave = [1, 2].map(() => store.watch({ kind: 'clusters', region: REGION }));
	await time.step(50);
	expect(calls).toBe(1);
	leave[0]?.();
	await time.step(60_000);
	expect(calls).toBe(2);
	leave[1]?.();
	await time.step(600_000);
	expect(calls).toBe(2);
	expect(time.waiting()).toBe(0);
});

test('cancels what is under way when the topic is no longer looked at', async () => {
	const time = steppedTime();
	let signal: AbortSignal | undefined;
	const late = Promise.withResolvers<readonly never[]>();
	const aws = fakeAws({
		clusters: (_region, given) => {
			signal = given;
			return late.promise;
		},
	});
	const store = createStore({ aws, time, random });
	const leave = store.watch({ kind: 'clusters', region: REGION });
	await time.step(50);
	expect(signal?.aborted).toBe(false);
	leave();
	await time.step(50);
	expect(signal?.aborted).toBe(true);
	late.resolve([]);
	await time.step(50);
	expect(store.getState().clusters[REGION]).toBeUndefined();
});

test('does not cancel what a pane drops and takes up again in the same turn', async () => {
	const time = steppedTime();
	let calls = 0;
	const answer = Promise.withResolvers<readonly never[]>();
	const aws = fakeAws({
		clusters: () => {
			calls += 1;
			return answer.promise;
		},
	});
	const store = createStore({ aws, time, random });
	const leave = store.watch({ kind: 'clusters', region: REGION });
	await time.step(50);
	leave();
	store.watch({ kind: 'clusters', region: REGION });
	answer.resolve([]);
	await time.step(50);
	expect(calls).toBe(1);
	expect(store.getState().clusters[REGION]?.value).toEqual([]);
});

test('never has two refreshes of one thing under way', async () => {
	const time = steppedTime();
	let calls = 0;
	const aws = fakeAws({
		clusters: () => {
			calls += 1;
			return new Promise(() => {});
		},
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'clusters', region: REGION });
	await time.step(300_000);
	store.refresh();
	expect(calls).toBe(1);
});

test('keeps the last known services when AWS fails, says since when, and recovers by itself', async () => {
	const time = steppedTime();
	const started = time.now();
	let broken = false;
	const aws = fakeAws({
		describeServices: async (_cluster, arns) => {
			if (broken) throw failing('throttled');
			return arns.includes(checkout) ? [aService('checkout', { runningCount: 1 })] : [];
		},
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [checkout] });
	await time.step(1000);
	broken = true;
	await time.step(20_000);
	const stale = store.getState().services[PROD];
	expect(resourceState(stale)).toBe('stale');
	expect(stale?.value?.[checkout]?.runningCount).toBe(2);
	expect(stale?.failure?.code).toBe('ThrottlingException');
	expect(stale?.failure?.since).toBeLessThan(started + 7_000);
	expect(stale?.failure?.retryAt).toBeGreaterThan(time.now());
	broken = false;
	await time.step(60_000);
	expect(resourceState(store.getState().services[PROD])).toBe('fresh');
	expect(store.getState().services[PROD]?.value?.[checkout]?.runningCount).toBe(1);
});

test('emits only when something changed, and keeps the identity of the services that did not', async () => {
	const time = steppedTime();
	let payments: Service = aService('payments');
	const aws = fakeAws({ describeServices: async () => [aService('checkout'), payments] });
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [checkout, serviceArn('payments')] });
	await time.step(2000);
	const seen: Picture[] = [];
	const before = store.getState().services[PROD]?.value;
	store.subscribe((picture) => seen.push(picture));
	await time.step(6000);
	expect(seen).toHaveLength(1);
	expect(store.getState().services[PROD]?.value).toBe(before);
	payments = aService('payments', { runningCount: 0 });
	await time.step(6000);
	const after = store.getState().services[PROD]?.value;
	expect(after?.[serviceArn('payments')]?.runningCount).toBe(0);
	expect(after?.[checkout]).toBe(before?.[checkout]);
});

test('drops a service that was deleted and takes in one that is new', async () => {
	const time = steppedTime();
	let names = ['checkout', 'payments'];
	const aws = fakeAws({
		serviceArns: async () => names.map(serviceArn),
		describeServices: async (_cluster, arns) =>
			names.filter((name) => arns.includes(serviceArn(name))).map((name) => aService(name)),
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(1000);
	names = ['checkout', 'search'];
	await time.step(62_000);
	expect(Object.keys(store.getState().services[PROD]?.value ?? {}).toSorted()).toEqual(
		['checkout', 'search'].map(serviceArn),
	);
	expect(Object.keys(store.getState().serviceReadAt)).toHaveLength(2);
});

test('an empty cluster stays young, and is well again after a failure', async () => {
	const time = steppedTime();
	let broken = false;
	const aws = fakeAws({
		services: async () => [],
		serviceArns: async () => {
			if (broken) throw failing('throttled');
			return [];
		},
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(180_000);
	expect(store.getState().services[PROD]?.readAt).toBeGreaterThan(time.now() - 65_000);
	broken = true;
	await time.step(65_000);
	expect(resourceState(store.getState().services[PROD])).toBe('stale');
	broken = false;
	await time.step(65_000);
	expect(store.getState().services[PROD]).toEqual({ value: {}, readAt: expect.any(Number) });
});

test('the rate of calls falls while nothing is read', async () => {
	const time = steppedTime();
	let rate = 3.14;
	const aws = fakeAws({ callsPerSecond: () => rate, clusters: () => Promise.reject(failing('denied')) });
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'clusters', region: REGION });
	await time.step(1_000);
	expect(store.getState().callsPerSecond).toBe(3.1);
	rate = 0;
	await time.step(10_000);
	expect(store.getState().callsPerSecond).toBe(0);
	store.stop();
	expect(time.waiting()).toBe(0);
});

test('shows the picture as it was', async () => {
	const time = steppedTime();
	const started = time.now();
	let runningCount = 2;
	const aws = fakeAws({ describeServices: async () => [aService('checkout', { runningCount }), aService('payments')] });
	const store = createStore({ aws, time, random });
	expect(store.at(started)).toBeUndefined();
	expect(store.reachesTo()).toBeUndefined();
	store.watch({ kind: 'services', clusterArn: PROD, visible: [checkout] });
	await time.step(60_000);
	runningCount = 0;
	await time.step(60_000);
	const running = (picture: Picture | undefined) => picture?.services[PROD]?.value?.[checkout]?.runningCount;
	expect(running(store.at(started + 50_000))).toBe(2);
	expect(running(store.at(started + 100_000))).toBe(0);
	expect(store.at(time.now())).toBe(store.getState());
	expect(store.reachesTo()).toBeGreaterThanOrEqual(started);
	expect(store.reachesTo()).toBeLessThan(started + 50_000);
});

test('changes nothing any more after it was stopped, whatever comes in', async () => {
	const time = steppedTime();
	const late = Promise.withResolvers<readonly never[]>();
	const store = createStore({ aws: fakeAws({ clusters: () => late.promise }), time, random });
	store.watch({ kind: 'clusters', region: REGION });
	await time.step(100);
	const before = store.getState();
	store.watch({ kind: 'identity', region: REGION });
	store.stop();
	late.resolve([]);
	await time.step(60_000);
	expect(store.getState()).toBe(before);
	expect(time.waiting()).toBe(0);
});

test('stops for good', async () => {
	const time = steppedTime();
	const store = createStore({ aws: fakeAws(), time, random });
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(5000);
	store.stop();
	await time.step(50);
	expect(time.waiting()).toBe(0);
});

test('reads nothing more often than it is told to', async () => {
	const time = steppedTime();
	let calls = 0;
	const tasks = async () => {
		calls += 1;
		return [];
	};
	const store = createStore({
		aws: fakeAws({ services: async () => [aService('checkout')], tasks }),
		time,
		random,
		refreshMs: 20_000,
	});
	expect(store.getState().refreshMs).toBe(20_000);
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(50);
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(1_000);
	const first = calls;
	expect(first).toBeGreaterThan(0);
	await time.step(15_000);
	expect(calls).toBe(first);
	await time.step(30_000);
	expect(calls).toBeGreaterThan(first);
});
