import { DescribeServicesCommand, DescribeTasksCommand, ListTasksCommand, type Task } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/drydock/world/clock.ts';
import { openShop } from '../services/open-shop.ts';

type Shop = ReturnType<typeof openShop>;

/** All tasks of a service that ECS tells of, oldest first. */
async function tasksOf({ ecs }: Shop, service: string): Promise<Task[]> {
	const told: Task[] = [];
	for (const desiredStatus of ['RUNNING', 'STOPPED'] as const) {
		const input = { cluster: 'prod', serviceName: service, desiredStatus };
		const { taskArns = [] } = await ecs.send(new ListTasksCommand(input));
		if (taskArns.length === 0) continue;
		const { tasks = [] } = await ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: taskArns }));
		told.push(...tasks);
	}
	return told.toSorted((one, other) => Number(one.createdAt) - Number(other.createdAt));
}

async function serviceOf({ ecs }: Shop, name: string) {
	const { services = [] } = await ecs.send(new DescribeServicesCommand({ cluster: 'prod', services: [name] }));
	const [service] = services;
	if (!service) throw new Error(`there is no ${name}`);
	return { ...service, said: (service.events ?? []).map(({ message = '' }) => message) };
}

const failedToStart = (tasks: readonly Task[]): Task[] =>
	tasks.filter(({ stopCode }) => stopCode === 'TaskFailedToStart');

test('secret-denied starts no task of the revision with the new secret, and names the ARN that was denied', async () => {
	const shop = openShop('secret-denied');
	const failed = failedToStart(await tasksOf(shop, 'checkout'));
	expect(failed.length).toBeGreaterThan(3);
	const arn = 'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:prod/checkout/payment_api_key-a1B2c3';
	for (const { stoppedReason, taskArn, taskDefinitionArn, startedAt } of failed) {
		const user = `arn:aws:sts::111122223333:assumed-role/checkout-execution/${taskArn?.split('/').at(-1)}`;
		expect(stoppedReason).toContain(
			`api error AccessDeniedException: User: ${user} is not authorized to perform: secretsmanager:GetSecretValue on resource: ${arn} because`,
		);
		expect(taskDefinitionArn).toMatch(/checkout:43$/u);
		expect(startedAt).toBeUndefined();
	}
	const service = await serviceOf(shop, 'checkout');
	expect(service).toMatchObject({ runningCount: 4, desiredCount: 4 });
	expect(service.deployments?.[0]).toMatchObject({ rolloutState: 'IN_PROGRESS', failedTasks: failed.length });
	expect(service.said.some((text) => text.includes('was unable to place a task. Reason: ResourceInit'))).toBe(true);
	expect(service.said.some((text) => text.includes('is unable to consistently start tasks successfully'))).toBe(true);
	shop.step(20 * MINUTE);
	expect((await tasksOf(shop, 'checkout')).filter(({ lastStatus }) => lastStatus === 'RUNNING')).toHaveLength(4);
});

test('no-route fails what starts in one zone, while the same image starts in the others', async () => {
	const shop = openShop('no-route');
	const tasks = await tasksOf(shop, 'checkout');
	const failed = failedToStart(tasks);
	expect(failed.length).toBeGreaterThan(2);
	for (const { stoppedReason, availabilityZone } of failed) {
		expect(stoppedReason).toMatch(
			/^ResourceInitializationError: .*There is a connection issue between the task and Amazon ECR.*: i\/o timeout$/u,
		);
		expect(availabilityZone).toBe('ap-northeast-1d');
	}
	const sinceScaling = tasks.filter(({ createdAt, lastStatus }) => {
		return lastStatus === 'RUNNING' && Number(createdAt) > shop.world.clock.now - HOUR;
	});
	expect(sinceScaling.map(({ availabilityZone }) => availabilityZone)).toEqual(['ap-northeast-1a', 'ap-northeast-1c']);
	expect(await serviceOf(shop, 'checkout')).toMatchObject({ desiredCount: 9, runningCount: 8 });
	const [orders] = failedToStart(await tasksOf(shop, 'orders'));
	expect(orders?.stoppedReason).toContain('There is a connection issue between the task and AWS Secrets Manager.');
	shop.step(30 * MINUTE);
	expect(await serviceOf(shop, 'checkout')).toMatchObject({ desiredCount: 9, runningCount: 8 });
});
