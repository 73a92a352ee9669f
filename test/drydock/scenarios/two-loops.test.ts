import { DescribeScalingActivitiesCommand } from '@aws-sdk/client-application-auto-scaling';
import { AutoScalingClient, DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import { expect, test } from 'vitest';
import { createDrydock } from '../../../src/drydock/drydock.ts';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';
import { clientOf } from '../wire/dispatcher.ts';
import { the } from '../world/small-shop.ts';
import { serviceOf, tasksOf, textsOf } from './told.ts';

async function activitiesOf({ scaling }: ReturnType<typeof openShop>, name: string) {
	const { ScalingActivities = [] } = await scaling.send(
		new DescribeScalingActivitiesCommand({
			ServiceNamespace: 'ecs',
			ResourceId: `service/prod/${name}`,
			IncludeNotScaledActivities: true,
		}),
	);
	return ScalingActivities;
}

test('two-loops has services that scale out and instances that do not: tasks find no memory, by both ways to launch them', async () => {
	const shop = openShop('two-loops');
	shop.step(MINUTE);
	const catalog = await serviceOf(shop, 'prod', 'catalog');
	expect(catalog.desiredCount).toBeGreaterThan(5);
	expect(catalog.runningCount).toBe(3);
	expect(textsOf(catalog)[0]).toMatch(
		/^\(service catalog\) was unable to place a task because no container instance met all of its requirements\. The closest matching \(container-instance \w{32}\) has insufficient memory available\. /u,
	);
	const waiting = (await tasksOf(shop, 'prod', 'search')).filter(({ lastStatus }) => lastStatus === 'PROVISIONING');
	expect(waiting.length).toBeGreaterThan(0);
	expect(waiting.every(({ containerInstanceArn }) => containerInstanceArn === undefined)).toBe(true);
	shop.step(30 * MINUTE);
	const gaveUp = await tasksOf(shop, 'prod', 'search', 'STOPPED');
	expect(gaveUp.map(({ stoppedReason }) => stoppedReason)).toContain('TaskFailedToStart: RESOURCE:MEMORY');
});

test('two-loops has raised the desired counts, of which the last came to nothing', async () => {
	const shop = openShop('two-loops');
	const [newest] = await activitiesOf(shop, 'catalog');
	expect(newest).toMatchObject({
		Description: 'Setting desired count to 9.',
		StatusCode: 'Unfulfilled',
		Cause: expect.stringMatching(
			/^monitor alarm TargetTracking-service\/prod\/catalog-AlarmHigh-\S+ in state ALARM triggered policy catalog-cpu$/u,
		),
	});
});

test('two-loops has its group of instances at its maximum, where managed scaling has brought it', async () => {
	const drydock = createDrydock({ scenario: 'two-loops', startAt: NOON, now: () => NOON });
	const groups = new AutoScalingClient({ ...clientOf(drydock.dispatcher), region: 'ap-northeast-1' });
	const { AutoScalingGroups } = await groups.send(new DescribeAutoScalingGroupsCommand({}));
	const group = the(AutoScalingGroups?.[0]);
	expect(group).toMatchObject({ MinSize: 2, DesiredCapacity: 3, MaxSize: 3 });
	expect(group.Instances).toHaveLength(3);
});
