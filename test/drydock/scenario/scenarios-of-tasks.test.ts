import { GetMetricStatisticsCommand } from '@aws-sdk/client-cloudwatch';
import { FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
	DescribeServicesCommand,
	DescribeTasksCommand,
	ListTasksCommand,
	type Task,
	UpdateServiceCommand,
} from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { HOUR, MINUTE, SECOND } from '../../../src/drydock/world/clock.ts';
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

/** The lines of a task's containers, oldest first, once they are all there. */
async function linesOf({ logs }: Shop, service: string, task: Task, container = service): Promise<string[]> {
	const logStreamNames = [`ecs/${container}/${task.taskArn?.split('/').at(-1)}`];
	const input = { logGroupName: `/ecs/prod/${service}`, logStreamNames, limit: 10_000 };
	const { events = [] } = await logs.send(new FilterLogEventsCommand(input));
	return events.map(({ message = '' }) => message);
}

const failedChecks = (tasks: readonly Task[]): Task[] =>
	tasks.filter(({ stoppedReason = '' }) => /^Task failed (ELB|container) health checks/u.test(stoppedReason));

const secondsBetween = (from: Date | undefined, to: Date | undefined): number => (Number(to) - Number(from)) / SECOND;

test('grace has tasks killed by the load balancer before they listen, or just then, and no other way', async () => {
	const shop = openShop('grace');
	const killed = failedChecks(await tasksOf(shop, 'catalog'));
	expect(killed.length).toBeGreaterThan(8);
	for (const { stoppedReason, stopCode, containers, startedAt, stoppingAt } of killed) {
		expect(stopCode).toBe('ServiceSchedulerInitiated');
		expect(stoppedReason).toMatch(/^Task failed ELB health checks in \(target-group arn:\S+prod-catalog\S+\)$/u);
		expect(containers?.[0]).not.toHaveProperty('reason');
		// Two checks, 30 s apart, from when it was registered.
		expect(secondsBetween(startedAt, stoppingAt)).toBeGreaterThan(50);
		expect(secondsBetween(startedAt, stoppingAt)).toBeLessThan(65);
	}
	const gone = killed.filter(({ containers }) => containers?.[0]?.exitCode === 143);
	const told = await Promise.all(gone.map((task) => linesOf(shop, 'catalog', task)));
	const listening = told.filter((lines) => lines.some((line) => line.includes('Tomcat started on port 8080')));
	expect(told.every((lines) => lines.some((line) => line.includes('Starting CatalogApplication')))).toBe(true);
	expect(listening.length).toBeGreaterThan(0);
	expect(listening.length).toBeLessThan(told.length);
	expect(await serviceOf(shop, 'catalog')).toMatchObject({ healthCheckGracePeriodSeconds: 0, desiredCount: 4 });
	shop.step(20 * MINUTE);
	const [deployment] = (await serviceOf(shop, 'catalog')).deployments ?? [];
	expect(deployment?.rolloutState).toBe('IN_PROGRESS');
});

test('grace ends when the service is given as much as the slowest start and three passed checks take', async () => {
	const shop = openShop('grace');
	const input = { cluster: 'prod', service: 'catalog', healthCheckGracePeriodSeconds: 100 + 3 * 30 + 15 };
	await shop.ecs.send(new UpdateServiceCommand(input));
	shop.step(12 * MINUTE);
	const { deployments } = await serviceOf(shop, 'catalog');
	expect(deployments).toHaveLength(1);
	expect(deployments?.[0]).toMatchObject({ rolloutState: 'COMPLETED', runningCount: 4 });
});

test('platform-version fails tasks of the newer version, which run the same revision and write the same lines', async () => {
	const shop = openShop('platform-version');
	const tasks = await tasksOf(shop, 'checkout');
	const failed = failedChecks(tasks);
	expect(failed.length).toBeGreaterThan(5);
	expect(new Set(failed.map(({ platformVersion }) => platformVersion))).toEqual(new Set(['1.4.0']));
	const healthy = tasks.filter(({ healthStatus }) => healthStatus === 'HEALTHY');
	expect(healthy.map(({ platformVersion }) => platformVersion)).toEqual(['1.3.0', '1.3.0', '1.3.0', '1.3.0']);
	expect(new Set(tasks.map(({ taskDefinitionArn }) => taskDefinitionArn)).size).toBe(1);
	const [first] = failed;
	expect(first).toMatchObject({ stoppedReason: 'Task failed container health checks', healthStatus: 'UNHEALTHY' });
	expect(first?.containers?.[0]).toMatchObject({ healthStatus: 'UNHEALTHY', exitCode: 143 });
	const { deployments, said } = await serviceOf(shop, 'checkout');
	expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED' }]);
	expect(said.some((text) => text.endsWith('failed container health checks.'))).toBe(true);
	const silent = await tasksOf(shop, 'cart');
	const newer = silent.filter(({ platformVersion }) => platformVersion === '1.4.0');
	expect(newer.map(({ healthStatus }) => healthStatus)).toEqual(['HEALTHY']);
	expect(failedChecks(silent)).toEqual([]);
});

/** Average CPUUtilization of a service in each of the last minutes, percent, oldest first. */
async function cpuOf({ cloudWatch, world }: Shop, service: string, minutes: number): Promise<number[]> {
	const EndTime = new Date(world.clock.now);
	const { Datapoints = [] } = await cloudWatch.send(
		new GetMetricStatisticsCommand({
			Namespace: 'AWS/ECS',
			MetricName: 'CPUUtilization',
			Dimensions: [
				{ Name: 'ClusterName', Value: 'prod' },
				{ Name: 'ServiceName', Value: service },
			],
			StartTime: new Date(Number(EndTime) - minutes * MINUTE),
			EndTime,
			Period: 60,
			Statistics: ['Average'],
		}),
	);
	const ordered = Datapoints.toSorted((one, other) => Number(one.Timestamp) - Number(other.Timestamp));
	return ordered.map(({ Average = Number.NaN }) => Average);
}

test('sidecar has tasks killed for the agent, which is unhealthy beside a healthy checkout that is told to go', async () => {
	const shop = openShop('sidecar');
	shop.step(2 * MINUTE);
	const killed = failedChecks(await tasksOf(shop, 'checkout')).filter(({ lastStatus }) => lastStatus === 'STOPPED');
	expect(killed.length).toBeGreaterThan(8);
	for (const { stoppedReason, stopCode, healthStatus, containers = [] } of killed) {
		expect(stopCode).toBe('ServiceSchedulerInitiated');
		expect(stoppedReason).toBe('Task failed container health checks');
		expect(healthStatus).toBe('UNHEALTHY');
		expect(containers).toMatchObject([
			{ name: 'checkout', healthStatus: 'HEALTHY', exitCode: 143 },
			{ name: 'datadog-agent', healthStatus: 'UNHEALTHY', exitCode: 0 },
		]);
	}
	const cpu = await cpuOf(shop, 'checkout', 30);
	expect(Math.max(...cpu.slice(0, 10))).toBeLessThan(80);
	expect(Math.min(...cpu.slice(-8))).toBeGreaterThan(90);
	const [newest] = killed.slice(-1);
	const said = newest ? await linesOf(shop, 'checkout', newest, 'datadog-agent') : [];
	expect(said.some((line) => line.includes('Healthcheck failed on: ['))).toBe(true);
	const { deployments, said: events } = await serviceOf(shop, 'checkout');
	expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED' }]);
	expect(events.some((text) => text.includes('is unhealthy in'))).toBe(false);
	expect(failedChecks(await tasksOf(shop, 'cart'))).toEqual([]);
});

test('cpu-zero has targets time out while the CPU of the service is at half and less', async () => {
	const shop = openShop('cpu-zero');
	const tasks = await tasksOf(shop, 'search');
	const killed = failedChecks(tasks);
	expect(killed.length).toBeGreaterThan(8);
	for (const { stoppedReason, taskDefinitionArn, startedAt, stoppingAt } of killed) {
		expect(stoppedReason).toMatch(/^Task failed ELB health checks in/u);
		expect(taskDefinitionArn).toMatch(/search:119$/u);
		expect(secondsBetween(startedAt, stoppingAt)).toBeGreaterThan(2 * 60);
	}
	const [first] = killed;
	const router = first ? await linesOf(shop, 'search', first, 'log-router') : [];
	expect(router[0]).toContain('[fluent bit] version=');
	expect(router.at(-1)).toContain('[engine] service will shutdown');
	const { said, deployments } = await serviceOf(shop, 'search');
	expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED' }]);
	expect(said.filter((text) => text.endsWith('due to (reason Request timed out).')).length).toBeGreaterThan(3);
	const cpu = await cpuOf(shop, 'search', 20);
	expect(cpu.reduce((sum, percent) => sum + percent, 0) / cpu.length).toBeLessThan(50);
	expect(failedChecks(await tasksOf(shop, 'catalog'))).toEqual([]);
});
