import { describe, expect, test, vi } from 'vitest';
import type { Service } from '../../../src/model/service.ts';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { awsOver, CLUSTER, meetingPoint, tally } from '../aws-over.ts';
import { failureOf } from '../failure-of.ts';

const arnOf = (name: string) => `arn:aws:ecs:eu-west-1:123456789012:service/prod/${name}`;
const arns = (count: number) => Array.from({ length: count }, (_, index) => arnOf(`service-${index}`));

/** A cluster of so many services, on pages as AWS cuts them. */
function clusterOf(count: number, beforeDescribe = async () => {}) {
	const all = arns(count);
	return {
		ListServices: ({ maxResults = 10, nextToken = '0' }: { maxResults?: number; nextToken?: string }) => {
			const end = Number(nextToken) + Math.min(maxResults, 100);
			return {
				serviceArns: all.slice(Number(nextToken), end),
				...(end < count ? { nextToken: String(end) } : {}),
			};
		},
		DescribeServices: async ({ services }: { services: readonly string[] }) => {
			if (services.length > 10) throw new AwsFault('InvalidParameterException', 'Services cannot exceed 10.');
			await beforeDescribe();
			return {
				services: services
					.filter((arn) => all.includes(arn))
					.map((serviceArn) => ({ serviceArn, serviceName: serviceArn.split('/').at(-1) })),
				failures: services.filter((arn) => !all.includes(arn)).map((arn) => ({ arn, reason: 'MISSING' })),
			};
		},
	};
}

describe('what a first look at a cluster costs', () => {
	test('100 services: 11 calls, all describes under way together', async () => {
		const { aws, operations } = awsOver({ ecs: clusterOf(100, meetingPoint(10)) });
		expect(await aws.services(CLUSTER)).toHaveLength(100);
		expect(tally(operations())).toEqual({ ListServices: 1, DescribeServices: 10 });
	});

	test('500 services: 55 calls without waiting for the budget', async () => {
		const { aws, operations } = awsOver({ ecs: clusterOf(500) });
		expect(await aws.services(CLUSTER)).toHaveLength(500);
		expect(tally(operations())).toEqual({ ListServices: 5, DescribeServices: 50 });
	});

	test('only which services there are: one call per hundred', async () => {
		const { aws, operations } = awsOver({ ecs: clusterOf(250) });
		expect(await aws.serviceArns(CLUSTER)).toEqual(arns(250));
		expect(tally(operations())).toEqual({ ListServices: 3 });
	});

	test('an empty cluster: one call', async () => {
		const { aws, operations } = awsOver({ ecs: clusterOf(0) });
		expect(await aws.services(CLUSTER)).toEqual([]);
		expect(operations()).toEqual(['ListServices']);
	});
});

test('services are told as their describes are answered', async () => {
	const seen: Service[] = [];
	const { aws } = awsOver({ ecs: clusterOf(25) });
	const services = await aws.services(CLUSTER, { onBatch: (batch) => seen.push(...batch) });
	expect(seen.map(({ serviceName }) => serviceName).toSorted()).toEqual(
		services.map(({ serviceName }) => serviceName).toSorted(),
	);
});

test('services that are gone are left out', async () => {
	const { aws, operations } = awsOver({ ecs: clusterOf(30) });
	const services = await aws.describeServices(CLUSTER, [...arns(21), arnOf('gone')]);
	expect(services).toHaveLength(21);
	expect(operations()).toEqual(['DescribeServices', 'DescribeServices', 'DescribeServices']);
});

test('the region is that of the cluster', async () => {
	const { aws, wire } = awsOver({ ecs: clusterOf(1) });
	await aws.services('arn:aws:ecs:ap-northeast-1:123456789012:cluster/prod');
	expect(wire.log.calls.map(({ region }) => region)).toEqual(['ap-northeast-1', 'ap-northeast-1']);
});

test('a cluster that is not there is a failure with its code and request id', async () => {
	const refuse = () => {
		throw new AwsFault('ClusterNotFoundException', 'Cluster not found.');
	};
	const { aws } = awsOver({ ecs: { ListServices: refuse } });
	expect(await failureOf(aws.services(CLUSTER))).toMatchObject({
		kind: 'not-found',
		service: 'ecs',
		operation: 'ListServices',
		code: 'ClusterNotFoundException',
		message: 'Cluster not found.',
		requestId: expect.stringMatching(/^[\da-f-]{36}$/),
	});
});

test('nothing is told any more when the caller has given up', async () => {
	const caller = new AbortController();
	const onBatch = vi.fn<(batch: readonly Service[]) => void>();
	const { aws } = awsOver({ ecs: clusterOf(5, async () => caller.abort()) });
	await failureOf(aws.services(CLUSTER, { signal: caller.signal, onBatch }));
	expect(onBatch).not.toHaveBeenCalled();
});
