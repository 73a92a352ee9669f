import { expect, test } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { serviceEvidence } from '../../src/store/service-evidence.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';
import { clusterOf } from './a-cluster.ts';
import { failing } from './fake-aws.ts';
import { steppedTime } from './stepped-time.ts';

const MINUTE = 60_000;
const checkout = serviceArn('checkout');
const subnet = { subnetId: 'subnet-1', availabilityZone: 'a', availableIpAddressCount: 3 };

/** A service of two tasks of which one is there, as the store sees it; nobody has selected it. */
function watched(calls: Parameters<typeof clusterOf>[3], runningCount = 1) {
	const time = steppedTime();
	const short = aService('checkout', { runningCount, network: { subnets: ['subnet-1'], securityGroups: [] } });
	const aws = clusterOf(time, ['checkout'], () => short, { subnets: async () => [subnet], ...calls });
	const store = createStore({ aws, time, random: () => 0.5 });
	store.watch({ kind: 'services', clusterArn: PROD });
	const evidence = () => serviceEvidence(store.getState(), short);
	return { time, store, evidence };
}

test('what tells why a service lacks tasks is read though nobody has selected it', async () => {
	const { time, evidence } = watched({});
	await time.step(3 * MINUTE);
	expect(evidence().subnets).toEqual([subnet]);
});

test('of a service that is well it is not read', async () => {
	const { time, evidence, store } = watched({}, 2);
	await time.step(10 * MINUTE);
	expect(evidence().subnets).toBeUndefined();
	store.watch({ kind: 'evidence', serviceArn: checkout });
	await time.step(1_000);
	expect(evidence().subnets).toEqual([subnet]);
});

test('what may not be read has a failure, and nothing else has', async () => {
	const { time, store, evidence } = watched({
		subnets: () => Promise.reject(failing('denied')),
		containerInstances: () => Promise.reject(failing('denied')),
	});
	await time.step(3 * MINUTE);
	const { subnets, containerInstances, capacityProviders, services, tasks } = store.getState();
	expect(subnets[checkout]?.failure?.kind).toBe('denied');
	expect(containerInstances[PROD]?.failure?.kind).toBe('denied');
	expect([capacityProviders[PROD], services[PROD], tasks[checkout]].map((one) => one?.failure)).toEqual([
		undefined,
		undefined,
		undefined,
	]);
	expect(evidence()).toMatchObject({ subnets: undefined, instances: undefined, capacityProviders: [] });
});

test('a task whose health changes has flipped, and the picture of then does not know it yet', async () => {
	let healthStatus = 'HEALTHY';
	const tasks = async () => [aTask('checkout', 'a', { healthStatus })];
	const { time, store } = watched({ tasks });
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(30_000);
	const then = time.now();
	healthStatus = 'UNHEALTHY';
	await time.step(10_000);
	const turns = () => store.getState().flips[checkout]?.map(({ before, after }) => [before, after]);
	expect(turns()).toEqual([
		[undefined, 'HEALTHY'],
		['HEALTHY', 'UNHEALTHY'],
	]);
	expect(store.at(then)?.flips[checkout]).toHaveLength(1);
});

test('a task that died of its checks is remembered after AWS has forgotten it', async () => {
	let there = [aTask('checkout', 'a')];
	const died = aTask('checkout', 'a', {
		lastStatus: 'STOPPED',
		desiredStatus: 'STOPPED',
		stoppedReason: 'Task failed container health checks',
		stoppedAt: 0,
	});
	const tasks = async (_cluster: string, { desiredStatus }: { readonly desiredStatus: string }) =>
		there.filter((task) => task.desiredStatus === desiredStatus);
	const { time, store, evidence } = watched({ tasks });
	await time.step(3 * MINUTE);
	there = [died];
	await time.step(3 * MINUTE);
	there = [];
	await time.step(180 * MINUTE);
	expect(evidence().tasks).toEqual([died]);
	expect(store.getState().stoppedTasks[PROD]?.value?.['service:checkout']).toEqual({ [died.taskArn]: died });
});
