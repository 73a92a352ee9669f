import { GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeServiceDeploymentsCommand, ListServiceDeploymentsCommand } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { openShop } from '../services/open-shop.ts';
import { the } from '../world/small-shop.ts';
import { serviceOf, tasksOf } from './told.ts';

test('bad-deploy leaves what tells why it was rolled back: the tasks of the deployment, and their last words', async () => {
	const shop = openShop('bad-deploy');
	shop.step(3 * MINUTE);
	const { serviceArn } = await serviceOf(shop, 'prod', 'checkout');
	const listed = await shop.ecs.send(new ListServiceDeploymentsCommand({ service: serviceArn, cluster: 'prod' }));
	const { serviceDeployments } = await shop.ecs.send(
		new DescribeServiceDeploymentsCommand({
			serviceDeploymentArns: [the(listed.serviceDeployments?.[0]?.serviceDeploymentArn)],
		}),
	);
	expect(serviceDeployments?.[0]).toMatchObject({
		status: 'ROLLBACK_SUCCESSFUL',
		deploymentCircuitBreaker: { status: 'TRIGGERED', failureCount: 3, threshold: 3 },
	});
	const crashed = (await tasksOf(shop, 'prod', 'checkout', 'STOPPED')).filter(
		({ stopCode }) => stopCode === 'EssentialContainerExited',
	);
	expect(crashed).toHaveLength(3);
	expect(new Set(crashed.map(({ startedBy }) => startedBy)).size).toBe(1);
	for (const { taskArn = '', taskDefinitionArn, containers } of crashed) {
		expect(taskDefinitionArn).toMatch(/checkout:43$/u);
		expect(containers?.[0]?.exitCode).toBe(1);
		const { events = [] } = await shop.logs.send(
			new GetLogEventsCommand({
				logGroupName: '/ecs/prod/checkout',
				logStreamName: `ecs/checkout/${taskArn.slice(taskArn.lastIndexOf('/') + 1)}`,
			}),
		);
		expect(events.map(({ message = '' }) => message).join('\n')).toMatch(/error|panic|fatal|failed|Missing/iu);
	}
});
