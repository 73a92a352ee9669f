import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Picture, type Topic } from '../../src/store/picture.ts';
import { planReadings } from '../../src/store/plan-readings.ts';
import type { ReadingContext } from '../../src/store/reading-context.ts';
import { aReadingContext } from './a-reading-context.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, REGION, serviceArn } from '../fixtures/shop.ts';

const checkout = serviceArn('checkout');
const targetGroup = `arn:aws:elasticloadbalancing:${REGION}:111122223333:targetgroup/checkout-tg/a6d7`;
const balanced = aService('checkout', {
	loadBalancers: [{ targetGroupArn: targetGroup, containerName: 'app', containerPort: 8080 }],
});
const known: Picture = {
	...EMPTY_PICTURE,
	services: { [PROD]: { value: { [checkout]: balanced, [serviceArn('search')]: aService('search') }, readAt: 1 } },
};

function contextWith(picture: Picture, doneAt: Map<string, number>): ReadingContext {
	return aReadingContext(() => picture, { doneAt });
}

/** Key and rate of everything that is read for the topics. */
function plan(topics: readonly Topic[], picture: Picture = known): Readonly<Record<string, number>> {
	const doneAt = new Map(picture === known ? [[`list ${PROD}`, 1]] : []);
	return Object.fromEntries(planReadings(contextWith(picture, doneAt), topics).map(({ key, every }) => [key, every]));
}

test('reads only the services and what stopped until all services are known', () => {
	expect(plan([{ kind: 'services', clusterArn: PROD }], EMPTY_PICTURE)).toEqual({
		[`service list ${PROD}`]: 60_000,
		[`stopped tasks ${PROD}`]: 30_000,
	});
});

test('reads metrics once a minute and the health of what is on screen, and the rest more rarely', () => {
	expect(plan([{ kind: 'services', clusterArn: PROD, visible: [checkout] }])).toMatchObject({
		[`metrics of watched services ${PROD}`]: 60_000,
		[`metrics of calm services ${PROD}`]: 300_000,
		[`scaling of ${PROD}`]: 300_000,
		[`target health ${targetGroup}`]: 15_000,
	});
});

test('reads the scaling and the health of the selected service more often', () => {
	const topics: readonly Topic[] = [
		{ kind: 'services', clusterArn: PROD, visible: [checkout] },
		{ kind: 'service', serviceArn: checkout },
	];
	expect(plan(topics)).toMatchObject({
		[`scaling ${checkout}`]: 15_000,
		[`scaling of ${PROD}`]: 300_000,
		[`target health ${targetGroup}`]: 5_000,
	});
});

test('reads the metrics of services that fail or change by the minute, although nobody looks', () => {
	const short = { [checkout]: aService('checkout', { runningCount: 0 }), [serviceArn('search')]: aService('search') };
	const picture = { ...known, services: { [PROD]: { value: short, readAt: 1 } } };
	const context = contextWith(picture, new Map([[`list ${PROD}`, 1]]));
	const metrics = planReadings(context, [{ kind: 'services', clusterArn: PROD }])
		.filter(({ table }) => table === 'metrics')
		.map(({ every, keys }) => ({ every, keys }));
	expect(metrics).toEqual([
		{ every: 60_000, keys: [checkout] },
		{ every: 300_000, keys: [serviceArn('search')] },
	]);
});

test('reads the scaling of a region once for all its clusters', () => {
	const staging = PROD.replace(/prod$/u, 'staging');
	const arn = serviceArn('cart').replace('/prod/', '/staging/');
	const cart = aService('cart', { serviceArn: arn, clusterArn: staging });
	const picture = { ...known, services: { ...known.services, [staging]: { value: { [arn]: cart }, readAt: 1 } } };
	const lists = [PROD, staging].map((clusterArn) => [`list ${clusterArn}`, 1] as const);
	const topics = [PROD, staging].map((clusterArn) => ({ kind: 'services', clusterArn }) as const);
	const scaling = planReadings(contextWith(picture, new Map(lists)), topics).filter(({ table }) => table === 'scaling');
	expect(scaling.map(({ keys }) => keys)).toEqual([[...Object.keys(known.services[PROD]?.value ?? {}), arn]]);
});

test('reads the health of services nobody looks at every two minutes, and more rarely when they are many', () => {
	expect(plan([{ kind: 'services', clusterArn: PROD }])).toMatchObject({
		[`target health ${targetGroup}`]: 120_000,
	});
	const many = Array.from({ length: 400 }, (_, index) => {
		const targetGroupArn = `${targetGroup}${index}`;
		const loadBalancers = [{ targetGroupArn, containerName: 'app', containerPort: 8080 }];
		return [serviceArn(`worker-${index}`), aService(`worker-${index}`, { loadBalancers })] as const;
	});
	const big = { ...known, services: { [PROD]: { value: Object.fromEntries(many), readAt: 1 } } };
	expect(plan([{ kind: 'services', clusterArn: PROD }], big)).toMatchObject({
		[`target health ${targetGroup}7`]: 400_000,
	});
	const visible = many.slice(0, 30).map(([arn]) => arn);
	expect(plan([{ kind: 'services', clusterArn: PROD, visible }], big)).toMatchObject({
		[`target health ${targetGroup}7`]: 45_000,
		[`target health ${targetGroup}77`]: 370_000,
	});
});

test('reads the health of a shared target group as often as the service most looked at wants', () => {
	const search = aService('search', { loadBalancers: balanced.loadBalancers });
	const both = { [checkout]: balanced, [serviceArn('search')]: search };
	const shared = { ...known, services: { [PROD]: { value: both, readAt: 1 } } };
	for (const looked of [checkout, serviceArn('search')]) {
		const topics: readonly Topic[] = [
			{ kind: 'services', clusterArn: PROD },
			{ kind: 'service', serviceArn: looked },
		];
		expect(plan(topics, shared)).toMatchObject({ [`target health ${targetGroup}`]: 5_000 });
	}
});

test('reads the health of both target groups between which the traffic is shifted', () => {
	const [balancer] = balanced.loadBalancers;
	const shifting = aService('checkout', {
		loadBalancers: balancer ? [{ ...balancer, alternateTargetGroupArn: `${targetGroup}2` }] : [],
	});
	const services = { [PROD]: { value: { [checkout]: shifting }, readAt: 1 } };
	expect(plan([{ kind: 'service', serviceArn: checkout }], { ...known, services })).toMatchObject({
		[`target health ${targetGroup}`]: 5_000,
		[`target health ${targetGroup}2`]: 5_000,
	});
});

test('reads the tasks of a very large service more rarely', () => {
	const large = aService('checkout', { desiredCount: 1_000, runningCount: 1_000 });
	const big = { ...known, services: { [PROD]: { value: { [checkout]: large }, readAt: 1 } } };
	const topic: Topic = { kind: 'tasks', serviceArn: checkout };
	expect(plan([topic])).toEqual({ [`tasks ${checkout}`]: 2_500 });
	expect(plan([topic], big)).toEqual({ [`tasks ${checkout}`]: 10_000 });
});

test('no resource belongs to two readings, but for the services', () => {
	const context = contextWith(known, new Map([[`list ${PROD}`, 1]]));
	const readings = planReadings(context, [
		{ kind: 'services', clusterArn: PROD, visible: [checkout, serviceArn('search')] },
		{ kind: 'service', serviceArn: checkout },
		{ kind: 'tasks', serviceArn: checkout },
		{ kind: 'long-metrics', serviceArn: checkout },
	]);
	const others = readings.filter(({ table }) => table !== 'services');
	const resources = others.flatMap(({ table, keys }) => keys.map((key) => `${table} ${key}`));
	expect(new Set(resources).size).toBe(resources.length);
});

test('finds the cluster of a service in its ARN when it was not described yet', () => {
	expect(Object.keys(plan([{ kind: 'service', serviceArn: checkout }], EMPTY_PICTURE))).toContain(
		`services on screen ${PROD}`,
	);
});

test('asks for a task definition once for ever', () => {
	const taskDefinitionArn = balanced.taskDefinition;
	const topic: Topic = { kind: 'task-definition', taskDefinitionArn, region: REGION };
	expect(Object.keys(plan([topic]))).toEqual([`task definition ${taskDefinitionArn}`]);
	const definition = {
		taskDefinitionArn,
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions: [],
		document: {},
	};
	const read = { ...known, taskDefinitions: { [taskDefinitionArn]: { value: definition, readAt: 1 } } };
	expect(plan([topic], read)).toEqual({});
});
