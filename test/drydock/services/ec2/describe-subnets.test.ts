import { DescribeSubnetsCommand, type DescribeSubnetsCommandInput } from '@aws-sdk/client-ec2';
import { ListTasksCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { openShop } from '../open-shop.ts';

describe('DescribeSubnets', () => {
	const { ec2, ecs, step, world } = openShop();
	const ids = [...world.subnets.keys()];
	const ask = async (input: DescribeSubnetsCommandInput = {}) =>
		(await ec2.send(new DescribeSubnetsCommand(input))).Subnets ?? [];

	test('tells of each subnet where it is, and how many addresses nobody has', async () => {
		const subnets = await ask();
		expect(subnets.map(({ SubnetId }) => SubnetId)).toEqual(ids);
		expect(subnets[0]).toMatchObject({
			AvailabilityZone: 'ap-northeast-1a',
			CidrBlock: '10.0.0.0/20',
			State: 'available',
			OwnerId: '111122223333',
			SubnetArn: `arn:aws:ec2:ap-northeast-1:111122223333:subnet/${ids[0]}`,
		});
		const { taskArns = [] } = await ecs.send(new ListTasksCommand({ cluster: 'prod' }));
		const free = subnets.reduce((sum, { AvailableIpAddressCount = 0 }) => sum + AvailableIpAddressCount, 0);
		expect(free).toBe(3 * (4096 - 5) - taskArns.length);
	});

	test('a task that starts takes an address, and gives it back when it is gone', async () => {
		const free = async () =>
			(await ask()).reduce((sum, { AvailableIpAddressCount = 0 }) => sum + AvailableIpAddressCount, 0);
		const before = await free();
		const scaleTo = (desiredCount: number) =>
			ecs.send(new UpdateServiceCommand({ cluster: 'prod', service: 'cart', desiredCount }));
		await scaleTo(5);
		step(60_000);
		const [cart] = [...world.services.values()].filter(({ serviceName }) => serviceName === 'cart');
		expect(cart?.desiredCount).toBe(5);
		const grown = await free();
		expect(grown).toBeLessThan(before);
		await scaleTo(5 - (before - grown));
		step(600_000);
		expect(await free()).toBe(before);
	});

	test('finds subnets by id and by filter', async () => {
		expect(await ask({ SubnetIds: ids.slice(1, 2) })).toMatchObject([{ SubnetId: ids[1] }]);
		const Filters = [{ Name: 'subnet-id', Values: [ids[2] ?? '', 'subnet-0gone'] }];
		expect(await ask({ Filters })).toMatchObject([{ SubnetId: ids[2] }]);
		expect(await ask({ Filters: [{ Name: 'availability-zone', Values: ['eu-west-1a'] }] })).toEqual([]);
	});

	test('refuses an id that is none, and a filter that it does not know', async () => {
		await expect(ask({ SubnetIds: ['subnet-0gone'] })).rejects.toMatchObject({
			name: 'InvalidSubnetID.NotFound',
			message: "The subnet ID 'subnet-0gone' does not exist",
		});
		await expect(ask({ Filters: [{ Name: 'colour', Values: ['red'] }] })).rejects.toMatchObject({
			name: 'InvalidParameterValue',
		});
	});
});
