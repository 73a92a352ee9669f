import { DescribeSubnetsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { clientOf, dispatcherWith } from './dispatcher.ts';

test('a round trip through the SDK client of EC2 keeps lists in lists, numbers, flags and any text', async () => {
	const subnet = {
		SubnetId: 'subnet-1',
		AvailableIpAddressCount: 212,
		DefaultForAz: false,
		Tags: [{ Key: 'Name', Value: '<&"日本語' }],
		Ipv6CidrBlockAssociationSet: [{ Ipv6CidrBlock: '::/56', Ipv6CidrBlockState: { State: 'associated' } }],
	};
	const seen: unknown[] = [];
	const dispatcher = dispatcherWith({
		ec2: {
			DescribeSubnets: (input: unknown) => {
				seen.push(input);
				return { Subnets: [subnet, { SubnetId: 'subnet-2' }], NextToken: 'more' };
			},
		},
	});
	const input = {
		SubnetIds: ['subnet-1', 'subnet-2'],
		Filters: [{ Name: 'vpc-id', Values: ['vpc-1', 'vpc-2'] }, { Name: 'state' }],
		DryRun: false,
		MaxResults: 5,
	};
	const answer = await new EC2Client(clientOf(dispatcher)).send(new DescribeSubnetsCommand(input));
	expect(answer.Subnets).toMatchObject([subnet, { SubnetId: 'subnet-2' }]);
	expect(answer.NextToken).toBe('more');
	expect(answer.$metadata.requestId).toMatch(/^[0-9a-f-]{36}$/u);
	expect(seen).toEqual([input]);
});

test.each([
	[{ accessDenied: true }, 'UnauthorizedOperation', 403],
	[{ throttled: 1 }, 'RequestLimitExceeded', 503],
	[{ expiredToken: true }, 'RequestExpired', 400],
	[{ serverError: 1 }, 'Unavailable', 503],
])('with %j a call fails by the name that EC2 has for it', async (fault, name, status) => {
	const dispatcher = dispatcherWith({ ec2: { DescribeSubnets: {} } });
	dispatcher.setFaults([{ operation: 'ec2:DescribeSubnets', ...fault }]);
	const call = new EC2Client(clientOf(dispatcher)).send(new DescribeSubnetsCommand({}));
	await expect(call).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
});

test('an error of the operation has its code and message', async () => {
	const refuses = () => {
		throw new AwsFault('InvalidSubnetID.NotFound', "The subnet ID 'subnet-1' does not exist");
	};
	const dispatcher = dispatcherWith({ ec2: { DescribeSubnets: refuses } });
	await expect(new EC2Client(clientOf(dispatcher)).send(new DescribeSubnetsCommand({}))).rejects.toMatchObject({
		name: 'InvalidSubnetID.NotFound',
		message: "The subnet ID 'subnet-1' does not exist",
	});
});
