import { expect, test } from 'vitest';
import { MINUTE } from '../../../../src/drydock/world/clock.ts';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';

test('services come in pages of ten, unless more are asked for', async () => {
	const { ecs } = openEcs(["{ name: 'cart-{n}', repeat: 23 }"]);
	const first = await ecs.listServices({ cluster });
	expect(first.serviceArns).toHaveLength(10);
	const second = await ecs.listServices({ cluster, nextToken: first.nextToken });
	const third = await ecs.listServices({ cluster, nextToken: second.nextToken });
	expect(third.serviceArns).toHaveLength(3);
	expect(third.nextToken).toBeUndefined();
	const all = [first, second, third].flatMap(({ serviceArns }) => serviceArns);
	expect(new Set(all).size).toBe(23);
	expect((await ecs.listServices({ cluster, maxResults: 100 })).serviceArns).toEqual(all);
});

test('a page size or a token out of bounds is refused', async () => {
	const { ecs } = openEcs();
	expect(await refusalOf(ecs.listServices({ cluster, maxResults: 101 }))).toMatch(/^InvalidParameterException: /);
	expect(await refusalOf(ecs.listServices({ cluster, nextToken: 'not-a-token' }))).toBe(
		'InvalidParameterException: Invalid token.',
	);
});

test('at most ten services are described a call, and those that are not there are failures', async () => {
	const { ecs } = openEcs();
	const { services, failures } = await ecs.describeServices({ cluster, services: ['cart', 'card'] });
	expect(services?.map(({ serviceName }) => serviceName)).toEqual(['cart']);
	expect(failures).toEqual([{ arn: 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/card', reason: 'MISSING' }]);
	const eleven = Array.from({ length: 11 }, (_, index) => `cart-${index}`);
	expect(await refusalOf(ecs.describeServices({ cluster, services: eleven }))).toBe(
		'InvalidParameterException: service names can have at most 10 items.',
	);
	expect(await refusalOf(ecs.describeServices({ cluster, services: [] }))).toBe(
		'InvalidParameterException: Services cannot be empty.',
	);
});

test('a service is described whole', async () => {
	const { ecs } = openEcs([
		'{ name: cart, tasks: 2, loadBalancer: /healthz, gracePeriod: 45, serviceConnect: true, tags: { team: orders } }',
	]);
	const include = ['TAGS' as const];
	const { services } = await ecs.describeServices({ cluster, services: ['cart'], include });
	expect(services?.[0]).toMatchObject({
		serviceArn: 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/cart',
		status: 'ACTIVE',
		desiredCount: 2,
		runningCount: 2,
		pendingCount: 0,
		launchType: 'FARGATE',
		taskDefinition: 'arn:aws:ecs:ap-northeast-1:111122223333:task-definition/cart:42',
		healthCheckGracePeriodSeconds: 45,
		loadBalancers: [{ containerName: 'cart', containerPort: 8080 }],
		deployments: [
			{
				status: 'PRIMARY',
				rolloutState: 'COMPLETED',
				runningCount: 2,
				failedTasks: 0,
				serviceConnectConfiguration: { enabled: true, services: [{ discoveryName: 'cart' }] },
			},
		],
		tags: [
			{ key: 'service', value: 'cart' },
			{ key: 'team', value: 'orders' },
		],
	});
	expect(services?.[0]?.events?.[0]?.message).toBe('(service cart) has reached a steady state.');
});

test('only what changes the tasks starts a deployment', async () => {
	const { ecs, subnet } = openEcs();
	const deployments = async () => {
		const { services } = await ecs.describeServices({ cluster, services: ['cart'] });
		return services?.[0]?.deployments?.length;
	};
	const service = 'cart';
	await ecs.updateService({ cluster, service, desiredCount: 3 });
	await ecs.updateService({ cluster, service, healthCheckGracePeriodSeconds: 90, enableExecuteCommand: true });
	await ecs.updateService({ cluster, service, deploymentConfiguration: { maximumPercent: 150 } });
	await ecs.updateService({ cluster, service, taskDefinition: 'cart:42' });
	expect(await deployments()).toBe(1);
	await ecs.updateService({ cluster, service, forceNewDeployment: true });
	expect(await deployments()).toBe(2);
	await ecs.updateService({ cluster, service, taskDefinition: 'cart:41' });
	expect(await deployments()).toBe(3);
	await ecs.updateService({
		cluster,
		service,
		networkConfiguration: { awsvpcConfiguration: { subnets: [subnet], assignPublicIp: 'ENABLED' } },
	});
	expect(await deployments()).toBe(4);
});

test('what an update leaves out stays as it was', async () => {
	const { ecs } = openEcs();
	const { service } = await ecs.updateService({
		cluster,
		service: 'cart',
		deploymentConfiguration: { minimumHealthyPercent: 50 },
	});
	expect(service?.deploymentConfiguration).toEqual({
		strategy: 'ROLLING',
		minimumHealthyPercent: 50,
		maximumPercent: 200,
		deploymentCircuitBreaker: {
			enable: true,
			rollback: true,
			resetOnHealthyTask: true,
			thresholdConfiguration: { type: 'BOUNDED_PERCENT', value: 50 },
		},
	});
	expect(service?.desiredCount).toBe(2);
});

test('a service or task definition that cannot be used is refused as AWS refuses it', async () => {
	const { ecs } = openEcs();
	await ecs.deregisterTaskDefinition({ taskDefinition: 'cart:41' });
	const update = (service: string, taskDefinition: string) =>
		refusalOf(ecs.updateService({ cluster, service, taskDefinition }));
	expect(await update('card', 'cart:42')).toBe('ServiceNotFoundException: Service not found.');
	expect(await update('cart', 'cart:99')).toBe('ClientException: TaskDefinition not found.');
	expect(await update('cart', 'cart:41')).toBe('ClientException: TaskDefinition is inactive');
});

test('a created service starts its tasks', async () => {
	const { ecs, step } = openEcs();
	const { services: shop } = await ecs.describeServices({ cluster, services: ['cart'] });
	const { networkConfiguration } = shop?.[0] ?? {};
	const wishlist = { cluster, serviceName: 'wishlist', taskDefinition: 'cart', desiredCount: 1, networkConfiguration };
	const { service } = await ecs.createService({
		...wishlist,
		deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: false } },
	});
	expect(service).toMatchObject({ runningCount: 0, deployments: [{ rolloutState: 'IN_PROGRESS' }] });
	step(3 * MINUTE);
	const { services } = await ecs.describeServices({ cluster, services: ['wishlist'] });
	expect(services?.[0]).toMatchObject({ runningCount: 1, deployments: [{ rolloutState: 'COMPLETED' }] });
	expect(await refusalOf(ecs.createService(wishlist))).toBe(
		'InvalidParameterException: Creation of service was not idempotent.',
	);
});

test('a deleted service drains, then is INACTIVE; one that is scaled up needs force', async () => {
	const { ecs, step } = openEcs();
	expect(await refusalOf(ecs.deleteService({ cluster, service: 'cart' }))).toBe(
		'InvalidParameterException: The service cannot be stopped while it is scaled above 0.',
	);
	const { service } = await ecs.deleteService({ cluster, service: 'cart', force: true });
	expect(service?.status).toBe('DRAINING');
	expect(await refusalOf(ecs.updateService({ cluster, service: 'cart', desiredCount: 1 }))).toBe(
		'ServiceNotActiveException: Service was not ACTIVE.',
	);
	step(3 * MINUTE);
	const { services } = await ecs.describeServices({ cluster, services: ['cart'] });
	expect(services?.[0]).toMatchObject({ status: 'INACTIVE', runningCount: 0 });
	expect((await ecs.listServices({ cluster })).serviceArns).toEqual([]);
});

test('a service has at most 5,000 tasks', async () => {
	const { ecs } = openEcs();
	const scaled = (desiredCount: number) => refusalOf(ecs.updateService({ cluster, service: 'cart', desiredCount }));
	expect(await scaled(5_001)).toBe('InvalidParameterException: Desired count exceeds limit.');
	expect(await scaled(-1)).toMatch(/^InvalidParameterException: /);
});

test('services are found by the namespace that makes them known', async () => {
	const { ecs } = openEcs(['{ name: cart, serviceConnect: true }', '{ name: mailer }']);
	const { serviceArns } = await ecs.listServicesByNamespace({ namespace: 'shop.local' });
	expect(serviceArns).toEqual(['arn:aws:ecs:ap-northeast-1:111122223333:service/prod/cart']);
});

test('what is not simulated is refused, instead of seeming to be done', async () => {
	const { ecs } = openEcs();
	const elsewhere = { cluster, serviceName: 'mailer', taskDefinition: 'cart', launchType: 'EXTERNAL' as const };
	expect(await refusalOf(ecs.createService(elsewhere))).toBe(
		'InvalidParameterException: drydock does not simulate the launch type EXTERNAL yet.',
	);
});

test('a service whose tasks have a network interface of their own is told to name its network', async () => {
	const { ecs } = openEcs();
	const service = { cluster, serviceName: 'cart-v2', taskDefinition: 'cart', desiredCount: 1 };
	expect(await refusalOf(ecs.createService(service))).toBe(
		"InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
	);
});

test('a network has one to 16 subnets', async () => {
	const { ecs } = openEcs();
	const create = (...subnets: string[]) => {
		const network = { networkConfiguration: { awsvpcConfiguration: { subnets } } };
		return refusalOf(ecs.createService({ cluster, serviceName: 'wishlist', taskDefinition: 'cart', ...network }));
	};
	expect(await create()).toBe('InvalidParameterException: subnets can not be empty.');
	expect(await create(...Array.from({ length: 17 }, (_, index) => `subnet-${index}`))).toBe(
		'InvalidParameterException: subnets can have at most 16 items.',
	);
});
