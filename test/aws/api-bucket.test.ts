import { describe, expect, test } from 'vitest';
import { apiBucket } from '../../src/aws/api-bucket.ts';

/** Burst and refill per second that AWS publishes: ECS API reference, "Request throttling"; CloudWatch Logs quotas. */
const PUBLISHED: readonly (readonly [string, string, number, number])[] = [
	['ecs', 'ListClusters', 50, 20],
	['ecs', 'DescribeClusters', 50, 20],
	['ecs', 'ListServices', 100, 20],
	['ecs', 'DescribeServices', 100, 20],
	['ecs', 'ListTasks', 100, 20],
	['ecs', 'DescribeTasks', 100, 20],
	['ecs', 'ListServiceDeployments', 50, 20],
	['ecs', 'DescribeServiceDeployments', 50, 20],
	['ecs', 'DescribeServiceRevisions', 50, 20],
	['ecs', 'DescribeTaskDefinition', 50, 20],
];

describe('the budget stays well below what AWS allows the whole account', () => {
	test.each(PUBLISHED)('%s:%s (AWS: %i at once, %i/s)', (service, operation, burst, perSecond) => {
		const bucket = apiBucket(service, operation);
		expect(bucket.burst).toBeLessThanOrEqual(burst * 0.8);
		expect(bucket.perSecond).toBeLessThanOrEqual(perSecond * 0.1);
	});

	test('logs:FilterLogEvents sends less than the quota of 5 in any one second', () => {
		const bucket = apiBucket('logs', 'FilterLogEvents');
		expect(bucket.burst + bucket.perSecond).toBeLessThan(5);
	});
});

test('a first look at 500 services, or at 4,000 tasks, fits at once', () => {
	expect(apiBucket('ecs', 'DescribeServices').burst).toBeGreaterThanOrEqual(5 + 50);
	expect(apiBucket('ecs', 'DescribeTasks').burst).toBeGreaterThanOrEqual(40 + 40);
});

test('operations that share one of AWS’s buckets share one of ours', () => {
	expect(apiBucket('ecs', 'ListTasks').name).toBe(apiBucket('ecs', 'DescribeTasks').name);
	expect(apiBucket('ecs', 'ListTasks').name).not.toBe(apiBucket('ecs', 'ListServices').name);
});

test('an operation that nobody listed is allowed a little', () => {
	expect(apiBucket('ecs', 'ListAccountSettings').perSecond).toBeLessThanOrEqual(1);
	expect(apiBucket('signer', 'ListSigningJobs').perSecond).toBeLessThanOrEqual(1);
});
