import { describe, expect, test } from 'vitest';
import type { ResourceFailure } from '../../src/model/resource.ts';
import { commonGaps, gapWords, selectedGaps, serviceGaps } from '../../src/views/service-gaps.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { SERVICES } from '../fixtures/shop-service.ts';
import { MINUTE, NIGHT, PROD, serviceArn, targetGroupArn } from '../fixtures/shop.ts';

const picture = shopPicture();
const checkout = SERVICES.find(({ serviceName }) => serviceName === 'checkout') ?? SERVICES[0];

const denied: ResourceFailure = {
	kind: 'denied',
	service: 'cloudwatch',
	operation: 'GetMetricData',
	code: 'AccessDenied',
	message: 'User: sato is not authorized to perform: cloudwatch:GetMetricData',
	next: 'Ask for the IAM permission cloudwatch:GetMetricData.',
	since: NIGHT - 5 * MINUTE,
};
const throttled: ResourceFailure = {
	...denied,
	kind: 'throttled',
	service: 'elasticloadbalancing',
	operation: 'DescribeTargetHealth',
	code: 'ThrottlingException',
};

function wordsOf(changes: Partial<typeof picture>): readonly string[] {
	if (!checkout) throw new Error('the shop has a checkout');
	return serviceGaps({ ...picture, ...changes }, checkout).map((gap) => gapWords(gap, NIGHT));
}

test('names what was never read, and the permission that lacks', () => {
	expect(wordsOf({ metrics: { [serviceArn('checkout')]: { failure: denied } } })).toEqual([
		'CPU not known: no permission cloudwatch:GetMetricData',
	]);
});

test('names what is not read any more, since when, and why', () => {
	const health = { value: [], readAt: NIGHT - 3 * MINUTE, failure: throttled };
	expect(wordsOf({ targetHealth: { [targetGroupArn('checkout')]: health } })).toEqual([
		'load balancer health not read for 3m: throttled',
	]);
});

test('says so of a service that cannot be described itself', () => {
	const describe = { ...denied, service: 'ecs', operation: 'DescribeServices' };
	const changes = {
		serviceFailures: { [serviceArn('checkout')]: { failure: describe } },
		serviceReadAt: { [serviceArn('checkout')]: NIGHT - 3 * MINUTE },
	};
	expect(wordsOf(changes)).toEqual(['its state not read for 3m: no permission ecs:DescribeServices']);
});

describe('of the selected service', () => {
	const arn = serviceArn('checkout');
	const gaps = (changes: Partial<typeof picture>) =>
		checkout ? selectedGaps({ ...picture, ...changes }, checkout).map(({ what }) => what) : [];

	test.each([
		['tasks', 'tasks', arn],
		['serviceDeployments', 'past deployments', arn],
		['taskDefinitions', 'task definitions', checkout?.taskDefinition ?? ''],
		['targetGroups', 'load balancer checks', targetGroupArn('checkout')],
		['scalingActivities', 'scaling activities', arn],
		['scheduledActions', 'scheduled actions', arn],
		['alarms', 'alarms', arn],
		['subnets', 'subnets', arn],
		['metrics', 'CPU', arn],
	] as const)('%s that may not be read are named', (table, what, key) => {
		expect(gaps({ [table]: { [key]: { failure: denied } } })).toEqual([what]);
	});

	test('the instances of a cluster are named for what runs on them', () => {
		const changes = {
			containerInstances: { [PROD]: { failure: denied } },
			capacityProviders: { [PROD]: { failure: denied } },
		};
		expect(gaps(changes)).toEqual([]);
		const onInstances = checkout && { ...checkout, launchType: 'EC2', capacityProviderStrategy: [] };
		if (!onInstances) throw new Error('the shop has a checkout');
		expect(selectedGaps({ ...picture, ...changes }, onInstances).map(({ what }) => what)).toEqual([
			'instances',
			'capacity providers',
		]);
	});

	test('nothing is named while the whole cluster cannot be read', () => {
		const services = { [PROD]: { ...picture.services[PROD], failure: denied } };
		expect(gaps({ services, metrics: { [arn]: { failure: denied } } })).toEqual([]);
	});
});

test('has nothing to say while all is read, or being read for the first time', () => {
	expect(wordsOf({})).toEqual([]);
	expect(wordsOf({ metrics: {}, targetHealth: {}, scaling: {} })).toEqual([]);
});

test('finds what could be read of no service at all', () => {
	const metrics = Object.fromEntries(SERVICES.map((one) => [one.serviceArn, { failure: denied }]));
	expect(commonGaps({ ...picture, metrics }, SERVICES).map(({ what }) => what)).toEqual(['CPU']);
	const one = { ...metrics, [serviceArn('cart')]: { readAt: NIGHT, value: { cpu: EMPTY, memory: EMPTY } } };
	expect(commonGaps({ ...picture, metrics: one }, SERVICES)).toEqual([]);
});

const EMPTY = { startedAt: NIGHT, periodMs: MINUTE, values: [] };
