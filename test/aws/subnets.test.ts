import { expect, test } from 'vitest';
import { AwsFault } from '../../src/drydock/wire/handler.ts';
import { awsOver, REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

test('subnets are read by their ids, those that are gone left out', async () => {
	const seen: unknown[] = [];
	const { aws } = awsOver({
		ec2: {
			DescribeSubnets: (input: unknown) => {
				seen.push(input);
				return {
					Subnets: [{ SubnetId: 'subnet-1\u001b[31m', AvailabilityZone: 'eu-west-1a', AvailableIpAddressCount: 7 }],
				};
			},
		},
	});
	expect(await aws.subnets(REGION, ['subnet-1', 'subnet-2'])).toEqual([
		{ subnetId: 'subnet-1', availabilityZone: 'eu-west-1a', availableIpAddressCount: 7 },
	]);
	expect(seen).toEqual([{ Filters: [{ Name: 'subnet-id', Values: ['subnet-1', 'subnet-2'] }] }]);
});

test('no subnets cost no call', async () => {
	const { aws, operations } = awsOver({ ec2: {} });
	expect(await aws.subnets(REGION, [])).toEqual([]);
	expect(operations()).toEqual([]);
});

test('a permission that is missing is told by its name', async () => {
	const refuses = () => {
		throw new AwsFault('UnauthorizedOperation', 'You are not authorized to perform this operation.', {}, 403);
	};
	const { aws } = awsOver({ ec2: { DescribeSubnets: refuses } });
	expect(await failureOf(aws.subnets(REGION, ['subnet-1']))).toMatchObject({
		kind: 'denied',
		service: 'ec2',
		operation: 'DescribeSubnets',
	});
});
