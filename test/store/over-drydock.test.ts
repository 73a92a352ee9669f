import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import { createStore } from '../../src/store/create-store.ts';
import type { Picture, Store } from '../../src/store/picture.ts';
import { awsOver } from '../aws/aws-over.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';

const checkout = serviceArn('checkout');
const open: { stop(): void }[] = [];

// The store, the call budget and the SDK's repeats all wait by the machine's timers.
beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});

afterEach(() => {
	for (const one of open.splice(0)) one.stop();
	vi.useRealTimers();
});

/** The store over the real SDK and drydock's wire, watching a cluster with one service on screen. */
function watchShop(runningCount: () => number) {
	const describe = () => ({
		services: [
			{
				serviceArn: checkout,
				serviceName: 'checkout',
				clusterArn: PROD,
				status: 'ACTIVE',
				desiredCount: 2,
				runningCount: runningCount(),
				pendingCount: 0,
			},
		],
	});
	const answers = {
		ListServices: () => ({ serviceArns: [checkout] }),
		DescribeServices: describe,
		ListTasks: () => ({ taskArns: [] }),
	};
	const { aws, wire } = awsOver({ ecs: answers }, { clock: { now: () => Date.now() } });
	const store = createStore({ aws, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [checkout] });
	open.push({ stop: () => (store.stop(), aws.close()) });
	const suffer = (...rules: readonly FaultRule[]) => wire.setFaults(rules);
	return { store, suffer };
}

/** Lets time pass until the condition holds. */
async function until(store: Store, holds: (picture: Picture) => boolean): Promise<Picture> {
	while (!holds(store.getState())) await vi.advanceTimersByTimeAsync(50);
	return store.getState();
}

const shop = (picture: Picture) => picture.services[PROD];
const running = (picture: Picture) => shop(picture)?.value?.[checkout]?.runningCount;

test.each<[trouble: string, fault: FaultRule, kind: string]>([
	['throttles', { operation: 'ecs:DescribeServices', throttled: 1 }, 'throttled'],
	['finds the credentials expired', { operation: '*', expiredToken: true }, 'expired-credentials'],
	['denies', { operation: 'ecs:DescribeServices', accessDenied: true }, 'denied'],
	['breaks the connection', { operation: 'ecs:*', reset: 1 }, 'unreachable'],
])('when AWS %s, the last known services stay, marked stale, and recover by themselves', async (_, fault, kind) => {
	let count = 2;
	const { store, suffer } = watchShop(() => count);
	await until(store, (picture) => running(picture) === 2);

	suffer(fault);
	const stale = shop(await until(store, (picture) => shop(picture)?.failure !== undefined));
	expect(stale?.failure?.kind).toBe(kind);
	expect(stale?.failure?.next).not.toBe('');
	expect(stale?.value?.[checkout]?.runningCount).toBe(2);
	expect(stale?.readAt).toBeLessThan(stale?.failure?.since ?? 0);

	suffer();
	count = 1;
	const recovered = shop(await until(store, (picture) => running(picture) === 1));
	expect(recovered?.failure).toBeUndefined();
	expect(recovered?.readAt).toBeGreaterThanOrEqual(stale?.failure?.retryAt ?? Number.NaN);
});

test('what nobody waits for any more is no failure, whether it was sent or not', async () => {
	const arrived = Promise.withResolvers<void>();
	const asked = () => {
		arrived.resolve();
		return new Promise<never>(() => undefined);
	};
	const { aws } = awsOver({ ecs: { ListClusters: asked }, sts: { GetCallerIdentity: asked } });
	const store = createStore({ aws, random: () => 0.5 });
	open.push({ stop: () => (store.stop(), aws.close()) });
	const seen: Picture[] = [];
	store.subscribe((picture) => seen.push(picture));
	const leave = (['clusters', 'identity'] as const).map((kind) => store.watch({ kind, region: 'eu-west-1' }));
	await arrived.promise;
	for (const one of leave) one();
	await vi.advanceTimersByTimeAsync(120_000);
	const resources = seen.flatMap(({ clusters, identity }) => [clusters['eu-west-1'], identity['eu-west-1']]);
	expect(resources.filter((resource) => resource?.failure)).toEqual([]);
	expect(store.getState().clusters['eu-west-1']).toBeUndefined();
});

test('one API that is denied leaves the others working', async () => {
	const { store, suffer } = watchShop(() => 2);
	suffer({ operation: 'ecs:ListTasks', accessDenied: true });
	const picture = await until(store, ({ stoppedTasks, services }) =>
		Boolean(stoppedTasks[PROD]?.failure && services[PROD]?.value?.[checkout]),
	);
	expect(picture.stoppedTasks[PROD]?.failure?.kind).toBe('denied');
	expect(shop(picture)?.failure).toBeUndefined();
});
