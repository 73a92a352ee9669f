import {
	DeleteScheduledActionCommand,
	DescribeScalableTargetsCommand,
	DescribeScheduledActionsCommand,
	PutScheduledActionCommand,
} from '@aws-sdk/client-application-auto-scaling';
import { describe, expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

const NIGHT = {
	ServiceNamespace: 'ecs',
	ResourceId: 'service/prod/search',
	ScalableDimension: 'ecs:service:DesiredCount',
	ScheduledActionName: 'night',
} as const;

describe('a scheduled action', () => {
	test('moves the bounds when its time has come, unless suspended', async () => {
		const { scaling, step } = openShop();
		await scaling.send(
			new PutScheduledActionCommand({
				...NIGHT,
				Schedule: 'cron(10 12 * * ? *)',
				ScalableTargetAction: { MinCapacity: 1, MaxCapacity: 3 },
			}),
		);
		const bounds = async () => {
			const { ScalableTargets } = await scaling.send(new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }));
			return [ScalableTargets?.[0]?.MinCapacity, ScalableTargets?.[0]?.MaxCapacity];
		};
		step(9 * 60_000);
		expect(await bounds()).toEqual([2, 8]);
		step(2 * 60_000);
		expect(await bounds()).toEqual([1, 3]);
	});

	test('loses its start and end when it is put without them', async () => {
		const { scaling } = openShop();
		const schedule = { ...NIGHT, Schedule: 'rate(1 hour)', ScalableTargetAction: { MinCapacity: 1 } };
		await scaling.send(new PutScheduledActionCommand({ ...schedule, StartTime: new Date(NOON + 3_600_000) }));
		const read = async () => {
			const { ScheduledActions } = await scaling.send(new DescribeScheduledActionsCommand({ ServiceNamespace: 'ecs' }));
			return ScheduledActions?.[0];
		};
		expect(await read()).toMatchObject({ ...schedule, StartTime: new Date(NOON + 3_600_000) });
		await scaling.send(new PutScheduledActionCommand({ ...NIGHT, Timezone: 'Europe/Berlin' }));
		expect(await read()).toMatchObject({ ...schedule, Timezone: 'Europe/Berlin' });
		expect((await read())?.StartTime).toBeUndefined();
	});

	test('is refused without a schedule, without bounds or in a time zone that is none, and cannot be deleted when it is not there', async () => {
		const { scaling } = openShop();
		await expect(scaling.send(new PutScheduledActionCommand({ ...NIGHT, Schedule: 'tonight' }))).rejects.toMatchObject({
			name: 'ValidationException',
		});
		await expect(
			scaling.send(new PutScheduledActionCommand({ ...NIGHT, Schedule: 'rate(1 hour)' })),
		).rejects.toMatchObject({ name: 'ValidationException' });
		const nowhere = {
			...NIGHT,
			Schedule: 'rate(1 hour)',
			Timezone: 'Nowhere/Land',
			ScalableTargetAction: { MinCapacity: 1 },
		};
		await expect(scaling.send(new PutScheduledActionCommand(nowhere))).rejects.toMatchObject({
			name: 'ValidationException',
		});
		await expect(scaling.send(new DeleteScheduledActionCommand(NIGHT))).rejects.toMatchObject({
			name: 'ObjectNotFoundException',
		});
	});
});
