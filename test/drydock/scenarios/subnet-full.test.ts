import { DescribeSubnetsCommand } from '@aws-sdk/client-ec2';
import { UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { openShop } from '../services/open-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

async function freeAddresses({ ec2 }: ReturnType<typeof openShop>): Promise<(number | undefined)[]> {
	const { Subnets = [] } = await ec2.send(new DescribeSubnetsCommand({}));
	return Subnets.map(({ AvailableIpAddressCount }) => AvailableIpAddressCount);
}

test('subnet-full has no address left, so that no task of a deployment starts, while the old ones go on', async () => {
	const shop = openShop('subnet-full');
	expect(await freeAddresses(shop)).toEqual([0, 0, 0]);
	const { taskDefinition } = await serviceOf(shop, 'prod', 'checkout');
	const failed = await tasksOf(shop, 'prod', 'checkout', 'STOPPED');
	expect(failed.length).toBeGreaterThan(3);
	for (const { stopCode, stoppedReason, taskDefinitionArn, startedAt } of failed) {
		expect({ stopCode, taskDefinitionArn, startedAt }).toEqual({
			stopCode: 'TaskFailedToStart',
			taskDefinitionArn: taskDefinition,
			startedAt: undefined,
		});
		expect(stoppedReason).toMatch(
			/^Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet 'subnet-\w+': InsufficientFreeAddressesInSubnet$/u,
		);
	}
	shop.step(20 * MINUTE);
	const service = await serviceOf(shop, 'prod', 'checkout');
	expect(service).toMatchObject({ runningCount: 6, desiredCount: 6 });
	expect(service.deployments?.map(({ rolloutState }) => rolloutState)).toEqual(['IN_PROGRESS', 'COMPLETED']);
	expect(textsOf(service).some((text) => text.includes('is unable to consistently start tasks successfully.'))).toBe(
		true,
	);
});

test('subnet-full gets its deployment done when addresses are given back', async () => {
	const shop = openShop('subnet-full');
	const update = (service: string, change: object) =>
		shop.ecs.send(new UpdateServiceCommand({ cluster: 'prod', service, ...change }));
	await update('reports', { desiredCount: 3 });
	await update('checkout', { forceNewDeployment: true });
	shop.step(25 * MINUTE);
	const { deployments } = await serviceOf(shop, 'prod', 'checkout');
	expect(deployments?.map(({ rolloutState }) => rolloutState)).toEqual(['COMPLETED']);
});
