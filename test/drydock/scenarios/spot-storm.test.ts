import { RunTaskCommand, UpdateServiceCommand } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/drydock/world/clock.ts';
import { openShop } from '../services/open-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

const NO_ROOM = 'Capacity is unavailable at this time. Please try again later or in a different availability zone';

test('spot-storm takes Spot tasks away, and has no room for those that should replace them', async () => {
	const shop = openShop('spot-storm');
	const lost = await tasksOf(shop, 'batch', 'image-resizer', 'STOPPED');
	expect(lost.length).toBeGreaterThan(4);
	for (const { stopCode, stoppedReason, capacityProviderName } of lost) {
		expect({ stopCode, stoppedReason, capacityProviderName }).toEqual({
			stopCode: 'SpotInterruption',
			stoppedReason: 'Your Spot Task was interrupted.',
			capacityProviderName: 'FARGATE_SPOT',
		});
	}
	shop.step(2 * MINUTE);
	const service = await serviceOf(shop, 'batch', 'image-resizer');
	expect(textsOf(service)).toContain(`(service image-resizer) was unable to place a task. Reason: ${NO_ROOM}.`);
	expect(service.runningCount).toBeLessThan(service.desiredCount ?? 0);
	expect(service.deployments?.[0]?.failedTasks).toBe(0);
	await expect(serviceOf(shop, 'batch', 'mailer')).resolves.toMatchObject({ runningCount: 2, desiredCount: 2 });
});

test('spot-storm never takes the tasks of a base, and a base that somebody sets is kept from then on', async () => {
	const shop = openShop('spot-storm');
	const kept = async (name: string) =>
		(await tasksOf(shop, 'batch', name)).filter(({ capacityProviderName }) => capacityProviderName === 'FARGATE');
	expect(await kept('order-events')).toHaveLength(2);
	await shop.ecs.send(
		new UpdateServiceCommand({
			cluster: 'batch',
			service: 'image-resizer',
			forceNewDeployment: true,
			capacityProviderStrategy: [
				{ capacityProvider: 'FARGATE', base: 4, weight: 0 },
				{ capacityProvider: 'FARGATE_SPOT', weight: 1 },
			],
		}),
	);
	shop.step(30 * MINUTE);
	expect(await kept('image-resizer')).toHaveLength(4);
	shop.step(2 * HOUR);
	expect(await kept('image-resizer')).toHaveLength(4);
	expect((await tasksOf(shop, 'batch', 'order-events')).length).toBeGreaterThanOrEqual(2);
});

test('where Spot has no room, RunTask says so', async () => {
	const shop = openShop('spot-storm');
	shop.world.fargateSpot.room = 0;
	const { taskDefinition } = await serviceOf(shop, 'batch', 'mailer');
	const [task] = await tasksOf(shop, 'batch', 'mailer');
	const subnet = task?.attachments?.[0]?.details?.find(({ name }) => name === 'subnetId')?.value ?? '';
	const answer = await shop.ecs.send(
		new RunTaskCommand({
			cluster: 'batch',
			taskDefinition,
			capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
			networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
		}),
	);
	expect(answer).toMatchObject({ tasks: [], failures: [{ reason: NO_ROOM }] });
});
