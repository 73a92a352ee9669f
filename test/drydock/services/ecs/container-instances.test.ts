import type { Resource } from '@aws-sdk/client-ecs';
import { describe, expect, test } from 'vitest';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';
const MINUTE = 60_000;

/** Two m5.large with two tasks of cart, of which each takes 256 units, 512 MiB and port 80. */
function open() {
	const shop = openEcs(
		['{ name: cart, tasks: 2, launchType: EC2, hostPort: 80 }'],
		['{ name: ecs, type: m5.large, desired: 2, capacityProvider: ec2 }'],
	);
	const arns = async (input: object = {}) =>
		(await shop.ecs.listContainerInstances({ cluster, ...input })).containerInstanceArns ?? [];
	const describeAll = async () =>
		(await shop.ecs.describeContainerInstances({ cluster, containerInstances: await arns() })).containerInstances ?? [];
	return { ...shop, arns, describeAll };
}

describe('container instances', () => {
	test('are listed by status and by the cluster query language', async () => {
		const { arns } = open();
		const [first, second] = await arns();
		expect(first).toMatch(/^arn:aws:ecs:ap-northeast-1:111122223333:container-instance\/prod\/[0-9a-f]{32}$/);
		expect(await arns({ status: 'DRAINING' })).toEqual([]);
		expect(await arns({ filter: 'attribute:ecs.availability-zone == ap-northeast-1c' })).toEqual([second]);
		expect(await refusalOf(arns({ filter: 'colour == red' }))).toMatch(/^InvalidParameterException: /);
	});

	test('tell what they registered with and what their tasks leave of it', async () => {
		const { describeAll } = open();
		const [instance] = await describeAll();
		const named = (resources: Resource[] | undefined, name: string) =>
			resources?.find((resource) => resource.name === name);
		expect(instance).toMatchObject({
			ec2InstanceId: expect.stringMatching(/^i-0[0-9a-f]{16}$/),
			capacityProviderName: 'ec2',
			status: 'ACTIVE',
			agentConnected: true,
			runningTasksCount: 1,
			pendingTasksCount: 0,
		});
		expect(instance?.attributes).toContainEqual({ name: 'ecs.instance-type', value: 'm5.large' });
		expect(named(instance?.registeredResources, 'CPU')?.integerValue).toBe(2048);
		expect(named(instance?.remainingResources, 'CPU')?.integerValue).toBe(2048 - 256);
		expect(named(instance?.remainingResources, 'MEMORY')?.integerValue).toBe(7680 - 512);
		expect(named(instance?.remainingResources, 'PORTS')?.stringSetValue).toEqual([
			'22',
			'2375',
			'2376',
			'51678',
			'51679',
			'80',
		]);
	});

	test('that there are not are failures', async () => {
		const { ecs } = open();
		const id = '0123456789abcdef0123456789abcdef';
		const { failures } = await ecs.describeContainerInstances({ cluster, containerInstances: [id] });
		expect(failures).toEqual([
			{ arn: `arn:aws:ecs:ap-northeast-1:111122223333:container-instance/prod/${id}`, reason: 'MISSING' },
		]);
	});

	test('are drained, and take tasks again', async () => {
		const { ecs, arns, step } = open();
		const [first = '', second] = await arns();
		const set = async (status: 'ACTIVE' | 'DRAINING') =>
			(await ecs.updateContainerInstancesState({ cluster, containerInstances: [first], status })).containerInstances;
		expect(await set('DRAINING')).toMatchObject([{ containerInstanceArn: first, status: 'DRAINING' }]);
		expect(await arns({ status: 'ACTIVE' })).toEqual([second]);
		step(5 * MINUTE);
		const { services } = await ecs.describeServices({ cluster, services: ['cart'] });
		expect(services?.[0]?.events?.[0]?.message).toContain('is already using a port required by your task.');
		expect(await set('ACTIVE')).toMatchObject([{ status: 'ACTIVE', runningTasksCount: 1 }]);
		const other = { cluster, containerInstances: [first], status: 'DEREGISTERING' as const };
		expect(await refusalOf(ecs.updateContainerInstancesState(other))).toMatch(/^InvalidParameterException: /);
	});
});

describe('tasks on instances', () => {
	test('tell of their instance and the ports of it', async () => {
		const { ecs, arns } = open();
		const [containerInstance] = await arns();
		const { taskArns } = await ecs.listTasks({ cluster, containerInstance });
		const { tasks } = await ecs.describeTasks({ cluster, tasks: taskArns });
		expect(tasks).toMatchObject([
			{
				containerInstanceArn: containerInstance,
				launchType: 'EC2',
				cpu: '256',
				memory: '512',
				containers: [{ networkBindings: [{ bindIP: '0.0.0.0', containerPort: 8080, hostPort: 80, protocol: 'tcp' }] }],
			},
		]);
		expect(tasks?.[0]).not.toHaveProperty('platformVersion');
	});

	test.each([
		[{}, 'RESOURCE:PORTS'],
		[{ overrides: { cpu: '4096' } }, 'RESOURCE:CPU'],
		[{ overrides: { memory: '8192' } }, 'RESOURCE:MEMORY'],
		[
			{ placementConstraints: [{ type: 'memberOf' as const, expression: 'attribute:stack == prod' }] },
			'MemberOf placement constraint unsatisfied.',
		],
	])('RunTask with %j fails on each instance with %s', async (input, reason) => {
		const { ecs, arns } = open();
		const { tasks, failures } = await ecs.runTask({ cluster, taskDefinition: 'cart', launchType: 'EC2', ...input });
		expect(tasks).toEqual([]);
		expect(failures).toEqual((await arns()).map((arn) => ({ arn, reason })));
	});

	test('RunTask starts as many as there is room for', async () => {
		const { ecs, step } = open();
		await ecs.registerTaskDefinition({
			family: 'batch',
			containerDefinitions: [{ name: 'batch', image: 'busybox', memory: 3000, cpu: 128 }],
		});
		const { tasks, failures } = await ecs.runTask({ cluster, taskDefinition: 'batch', launchType: 'EC2', count: 5 });
		expect(tasks).toHaveLength(4);
		expect(failures?.map(({ reason }) => reason)).toEqual(['RESOURCE:MEMORY', 'RESOURCE:MEMORY']);
		step(MINUTE);
		const started = await ecs.describeTasks({ cluster, tasks: tasks?.map(({ taskArn = '' }) => taskArn) });
		expect(started.tasks?.map(({ lastStatus }) => lastStatus)).toEqual(Array.from({ length: 4 }, () => 'RUNNING'));
	});

	test('a cluster without instances has none to run a task on', async () => {
		const { ecs } = openEcs(['{ name: cart }']);
		await ecs.registerTaskDefinition({
			family: 'batch',
			containerDefinitions: [{ name: 'batch', image: 'busybox', memory: 100 }],
		});
		expect(await refusalOf(ecs.runTask({ cluster, taskDefinition: 'batch', launchType: 'EC2' }))).toBe(
			'InvalidParameterException: No Container Instances were found in your cluster.',
		);
	});
});

describe('services on instances', () => {
	test('can be created with a strategy and constraints, and say so', async () => {
		const { ecs, step } = open();
		await ecs.registerTaskDefinition({
			family: 'worker',
			containerDefinitions: [{ name: 'worker', image: 'busybox', memoryReservation: 300, cpu: 128 }],
		});
		const placed = {
			placementStrategy: [{ type: 'binpack' as const, field: 'memory' }],
			placementConstraints: [{ type: 'distinctInstance' as const }],
		};
		const capacityProviderStrategy = [{ capacityProvider: 'ec2', weight: 1 }];
		const worker = { cluster, serviceName: 'worker', taskDefinition: 'worker', desiredCount: 2 };
		const { service } = await ecs.createService({ ...worker, capacityProviderStrategy, ...placed });
		expect(service).toMatchObject({ capacityProviderStrategy: [{ capacityProvider: 'ec2', weight: 1 }], ...placed });
		expect(service).not.toHaveProperty('platformVersion');
		step(2 * MINUTE);
		const { services } = await ecs.describeServices({ cluster, services: ['worker'] });
		expect(services?.[0]).toMatchObject({ runningCount: 2 });
	});

	test.each([
		[{ launchType: 'FARGATE' as const }, 'Task definition does not support launch_type FARGATE.'],
		[
			{ capacityProviderStrategy: [{ capacityProvider: 'gpu', weight: 1 }] },
			'The specified capacity provider was not found',
		],
		[
			{ networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } },
			'Network Configuration is not valid for the given networkMode of this task definition.',
		],
		[
			{ placementConstraints: [{ type: 'memberOf' as const, expression: 'colour == red' }] },
			"The specified parameter isn't valid. Review the available parameters for the API request.",
		],
		[
			{ placementStrategy: [{ type: 'spread' as const, field: 'colour' }] },
			"The specified parameter isn't valid. Review the available parameters for the API request.",
		],
	])('are refused with %j', async (input, message) => {
		const { ecs } = open();
		const launch = 'capacityProviderStrategy' in input || 'launchType' in input ? {} : { launchType: 'EC2' as const };
		const service = { cluster, serviceName: 'web', taskDefinition: 'cart', desiredCount: 1, ...launch };
		expect(await refusalOf(ecs.createService({ ...service, ...input }))).toBe(`InvalidParameterException: ${message}`);
	});

	test('on Fargate nobody says where tasks go', async () => {
		const { ecs, subnet } = openEcs(['{ name: cart }']);
		const service = {
			cluster,
			serviceName: 'web',
			taskDefinition: 'cart',
			launchType: 'FARGATE' as const,
			networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
		};
		expect(await refusalOf(ecs.createService({ ...service, placementStrategy: [{ type: 'random' }] }))).toBe(
			'InvalidParameterException: Placement strategies are not supported with FARGATE launch type.',
		);
	});
});

describe('capacity providers', () => {
	test('over a group tell how it is managed', async () => {
		const { ecs } = open();
		const { capacityProviders, failures } = await ecs.describeCapacityProviders({ capacityProviders: ['ec2', 'gpu'] });
		expect(capacityProviders).toMatchObject([
			{
				name: 'ec2',
				type: 'EC2_AUTOSCALING',
				autoScalingGroupProvider: {
					autoScalingGroupArn: expect.stringMatching(/:autoScalingGroupName\/ecs$/),
					managedScaling: { status: 'DISABLED', targetCapacity: 100, instanceWarmupPeriod: 300 },
					managedTerminationProtection: 'DISABLED',
					managedDraining: 'ENABLED',
				},
			},
		]);
		expect(failures).toMatchObject([{ reason: 'MISSING' }]);
		expect((await ecs.describeCapacityProviders({})).capacityProviders?.map(({ name }) => name)).toEqual([
			'FARGATE',
			'FARGATE_SPOT',
			'ec2',
		]);
	});

	test('are changed, and given to a cluster', async () => {
		const { ecs } = open();
		const managedScaling = { status: 'ENABLED' as const, targetCapacity: 80 };
		const { capacityProvider } = await ecs.updateCapacityProvider({
			name: 'ec2',
			autoScalingGroupProvider: { managedScaling },
		});
		expect(capacityProvider?.autoScalingGroupProvider).toMatchObject({ managedScaling, managedDraining: 'ENABLED' });
		const defaultCapacityProviderStrategy = [{ capacityProvider: 'ec2', weight: 1, base: 0 }];
		const put = { cluster, capacityProviders: ['ec2'], defaultCapacityProviderStrategy };
		expect((await ecs.putClusterCapacityProviders(put)).cluster).toMatchObject({
			capacityProviders: ['ec2'],
			defaultCapacityProviderStrategy,
		});
		const { service } = await ecs.createService({
			cluster,
			serviceName: 'web',
			taskDefinition: 'cart',
			desiredCount: 0,
		});
		expect(service?.capacityProviderStrategy).toEqual(defaultCapacityProviderStrategy);
	});
});
