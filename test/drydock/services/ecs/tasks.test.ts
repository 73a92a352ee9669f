import { expect, test } from 'vitest';
import { eventsBySecond } from '../../../../src/drydock/logs/events.ts';
import { followWorld } from '../../../../src/drydock/logs/follow-world.ts';
import { emptyLogBook } from '../../../../src/drydock/logs/log-book.ts';
import { HOUR, MINUTE } from '../../../../src/drydock/world/clock.ts';
import { NOON } from '../../world/small-shop.ts';
import { openEcs, refusalOf } from './open-ecs.ts';

const cluster = 'prod';

test('tasks come in pages of a hundred', async () => {
	const { ecs } = openEcs(['{ name: cart, tasks: 130 }']);
	const first = await ecs.listTasks({ cluster, serviceName: 'cart' });
	expect(first.taskArns).toHaveLength(100);
	const rest = await ecs.listTasks({ cluster, serviceName: 'cart', nextToken: first.nextToken });
	expect(rest.taskArns).toHaveLength(30);
	expect(rest.nextToken).toBeUndefined();
	const all = [...(first.taskArns ?? []), ...(rest.taskArns ?? [])];
	expect((await ecs.describeTasks({ cluster, tasks: all.slice(0, 100) })).tasks).toHaveLength(100);
	expect(await refusalOf(ecs.describeTasks({ cluster, tasks: all }))).toBe(
		'InvalidParameterException: tasks can have at most 100 items.',
	);
});

test('tasks are listed by service, family and starter, stopped ones only when asked for', async () => {
	const { ecs } = openEcs(['{ name: cart, tasks: 2 }', '{ name: search, tasks: 3 }']);
	const count = async (filter: object) => (await ecs.listTasks({ cluster, ...filter })).taskArns?.length;
	const { services } = await ecs.describeServices({ cluster, services: ['search'] });
	expect(await count({})).toBe(5);
	expect(await count({ serviceName: 'cart' })).toBe(2);
	expect(await count({ family: 'search' })).toBe(3);
	expect(await count({ startedBy: services?.[0]?.deployments?.[0]?.id })).toBe(3);
	expect(await count({ launchType: 'EC2' })).toBe(0);
	const { taskArns } = await ecs.listTasks({ cluster, serviceName: 'cart' });
	await ecs.stopTask({ cluster, task: taskArns?.[0] });
	expect(await count({ serviceName: 'cart' })).toBe(1);
	expect(await count({ serviceName: 'cart', desiredStatus: 'STOPPED' })).toBe(1);
	expect(await refusalOf(ecs.listTasks({ cluster, serviceName: 'card' }))).toBe(
		'ServiceNotFoundException: Service not found.',
	);
});

test('a task is described whole', async () => {
	const { ecs } = openEcs();
	const { taskArns } = await ecs.listTasks({ cluster });
	const { tasks } = await ecs.describeTasks({ cluster, tasks: taskArns, include: ['TAGS'] });
	expect(tasks?.[0]).toMatchObject({
		group: 'service:cart',
		lastStatus: 'RUNNING',
		desiredStatus: 'RUNNING',
		connectivity: 'CONNECTED',
		launchType: 'FARGATE',
		platformVersion: '1.4.0',
		tags: [{ key: 'service', value: 'cart' }],
		attachments: [{ type: 'ElasticNetworkInterface', status: 'ATTACHED' }],
	});
	const [container] = tasks?.[0]?.containers ?? [];
	expect(container?.imageDigest).toMatch(/^sha256:[0-9a-f]{64}$/);
	expect(container?.runtimeId).toMatch(/^[0-9a-f]{32}-\d{10}$/);
	const details = tasks?.[0]?.attachments?.[0]?.details ?? [];
	expect(details.map(({ name }) => name)).toEqual([
		'subnetId',
		'networkInterfaceId',
		'macAddress',
		'privateDnsName',
		'privateIPv4Address',
	]);
	const address = details.find(({ name }) => name === 'privateIPv4Address')?.value;
	expect(container?.networkInterfaces?.[0]?.privateIpv4Address).toBe(address);
});

test('a task that is not there is a failure, and an id of a wrong length is refused', async () => {
	const { ecs } = openEcs();
	const id = 'f'.repeat(32);
	const { failures } = await ecs.describeTasks({ cluster, tasks: [id] });
	expect(failures).toEqual([{ arn: `arn:aws:ecs:ap-northeast-1:111122223333:task/prod/${id}`, reason: 'MISSING' }]);
	expect(await refusalOf(ecs.describeTasks({ cluster, tasks: ['abc'] }))).toBe(
		'InvalidParameterException: taskId length should be one of [32,36]',
	);
});

test('a stopped task keeps the reason it was given, is replaced, and is gone after an hour', async () => {
	const { ecs, step } = openEcs();
	const { taskArns = [] } = await ecs.listTasks({ cluster });
	const { task } = await ecs.stopTask({ cluster, task: taskArns[0], reason: 'stuck connection' });
	expect(task).toMatchObject({
		desiredStatus: 'STOPPED',
		stopCode: 'UserInitiated',
		stoppedReason: 'stuck connection',
	});
	step(3 * MINUTE);
	expect((await ecs.listTasks({ cluster })).taskArns).toHaveLength(2);
	const known = await ecs.describeTasks({ cluster, tasks: [task?.taskArn ?? ''] });
	expect(known.tasks?.[0]?.lastStatus).toBe('STOPPED');
	step(HOUR);
	const later = await ecs.describeTasks({ cluster, tasks: [task?.taskArn ?? ''] });
	expect(later.failures?.[0]?.reason).toBe('MISSING');
	expect(await refusalOf(ecs.stopTask({ cluster, task: task?.taskArn }))).toBe(
		'InvalidParameterException: The referenced task was not found.',
	);
});

test('a task of its own is started, and nobody replaces it', async () => {
	const { ecs, step, subnet } = openEcs();
	const networkConfiguration = { awsvpcConfiguration: { subnets: [subnet] } };
	const { tasks } = await ecs.runTask({ cluster, taskDefinition: 'cart:42', networkConfiguration, startedBy: 'me' });
	expect(tasks?.[0]).toMatchObject({ group: 'family:cart', startedBy: 'me', lastStatus: 'PROVISIONING' });
	step(2 * MINUTE);
	const { taskArns } = await ecs.listTasks({ cluster, startedBy: 'me' });
	expect(taskArns).toHaveLength(1);
	await ecs.stopTask({ cluster, task: taskArns?.[0] });
	step(2 * MINUTE);
	expect((await ecs.listTasks({ cluster, startedBy: 'me' })).taskArns).toEqual([]);
	expect(await refusalOf(ecs.runTask({ cluster, taskDefinition: 'cart:42' }))).toBe(
		"InvalidParameterException: Network Configuration must be provided when networkMode 'awsvpc' is specified.",
	);
});

test('no task is protected unless it was asked for', async () => {
	const { ecs } = openEcs();
	const { taskArns } = await ecs.listTasks({ cluster });
	const { protectedTasks } = await ecs.getTaskProtection({ cluster, tasks: taskArns });
	expect(protectedTasks?.map(({ protectionEnabled }) => protectionEnabled)).toEqual([false, false]);
});

test('a protected task outlives scaling in, until its protection ends', async () => {
	const { ecs, step } = openEcs();
	const { taskArns: [first = '', second = ''] = [] } = await ecs.listTasks({ cluster });
	const protect = { cluster, tasks: [second], protectionEnabled: true, expiresInMinutes: 30 };
	const { protectedTasks } = await ecs.updateTaskProtection(protect);
	expect(protectedTasks).toEqual([
		{ taskArn: second, protectionEnabled: true, expirationDate: new Date(NOON + 30 * MINUTE) },
	]);
	await ecs.updateService({ cluster, service: 'cart', desiredCount: 1 });
	step(2 * MINUTE);
	expect((await ecs.listTasks({ cluster })).taskArns).toEqual([second]);
	expect((await ecs.describeTasks({ cluster, tasks: [first] })).tasks?.[0]?.desiredStatus).toBe('STOPPED');
	step(HOUR);
	const later = await ecs.getTaskProtection({ cluster, tasks: [second] });
	expect(later.protectedTasks).toEqual([{ taskArn: second, protectionEnabled: false }]);
});

test('only tasks of services can be protected, for two days at most', async () => {
	const { ecs, subnet } = openEcs();
	const networkConfiguration = { awsvpcConfiguration: { subnets: [subnet] } };
	const { tasks } = await ecs.runTask({ cluster, taskDefinition: 'cart:42', networkConfiguration });
	const protect = { cluster, tasks: [tasks?.[0]?.taskArn ?? ''], protectionEnabled: true };
	expect((await ecs.updateTaskProtection(protect)).failures?.[0]?.reason).toBe('TASK_NOT_VALID');
	expect(await refusalOf(ecs.updateTaskProtection({ ...protect, expiresInMinutes: 2881 }))).toBe(
		'InvalidParameterException: expiresInMinutes must be between 1 and 2880.',
	);
});

test('a task of its own runs with its overrides', async () => {
	const { ecs, subnet } = openEcs();
	const run = {
		cluster,
		taskDefinition: 'cart:42',
		networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
	};
	const override = { name: 'cart', command: ['migrate'], environment: [{ name: 'A', value: 'B' }] };
	const { tasks } = await ecs.runTask({
		...run,
		overrides: { cpu: '1 vCPU', memory: '2048', containerOverrides: [override] },
	});
	expect(tasks?.[0]).toMatchObject({
		cpu: '1024',
		memory: '2048',
		overrides: { cpu: '1024', memory: '2048', containerOverrides: [override], inferenceAcceleratorOverrides: [] },
	});
	const other = (overrides: object) => refusalOf(ecs.runTask({ ...run, overrides }));
	expect(await other({ containerOverrides: [{ name: 'nope' }] })).toBe(
		'InvalidParameterException: Override for container named nope is not a container in the TaskDefinition.',
	);
	expect(await other({ memory: '100' })).toMatch(/^ClientException: No Fargate configuration exists/);
});

test('a call of RunTask that is sent twice starts its tasks once', async () => {
	const { ecs, subnet } = openEcs();
	const run = (clientToken: string) =>
		ecs.runTask({
			cluster,
			taskDefinition: 'cart:42',
			networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
			clientToken,
		});
	const first = (await run('once')).tasks?.[0]?.taskArn;
	expect((await run('once')).tasks?.map(({ taskArn }) => taskArn)).toEqual([first]);
	expect((await run('twice')).tasks?.[0]?.taskArn).not.toBe(first);
	expect((await ecs.listTasks({ cluster, family: 'cart' })).taskArns).toHaveLength(4);
});

test('an interface is told of once it is attached, and an exec agent has a start', async () => {
	const { ecs, step, subnet } = openEcs();
	const { tasks } = await ecs.runTask({
		cluster,
		taskDefinition: 'cart:42',
		networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
		enableExecuteCommand: true,
	});
	const [task] = tasks ?? [];
	expect(task?.attachments).toMatchObject([{ status: 'PRECREATED', details: [{ name: 'subnetId', value: subnet }] }]);
	expect(task?.attachments?.[0]?.details).toHaveLength(1);
	expect(task?.containers?.[0]?.networkInterfaces).toEqual([]);
	step(2 * MINUTE);
	const [running] = (await ecs.describeTasks({ cluster, tasks: [task?.taskArn ?? ''] })).tasks ?? [];
	expect(running?.attachments?.[0]?.details?.length).toBeGreaterThan(3);
	expect(running?.containers?.[0]?.networkInterfaces).toHaveLength(1);
	expect(running?.containers?.[0]?.managedAgents).toEqual([
		{ name: 'ExecuteCommandAgent', lastStatus: 'RUNNING', lastStartedAt: expect.any(Date) },
	]);
});

test('no task is meant to be PENDING, and startedBy stands alone', async () => {
	const { ecs } = openEcs();
	expect((await ecs.listTasks({ cluster, desiredStatus: 'PENDING' })).taskArns).toEqual([]);
	expect(await refusalOf(ecs.listTasks({ cluster, startedBy: 'me', family: 'cart' }))).toMatch(
		/^InvalidParameterException: /,
	);
});

test.each([
	['true', 0],
	['exit 3', 3],
])(
	'a task that only runs `%s` ends by itself, with its exit code and its words in the log',
	async (script, exitCode) => {
		const { ecs, step, subnet, world } = openEcs();
		const { tasks } = await ecs.runTask({
			cluster,
			taskDefinition: 'cart:42',
			networkConfiguration: { awsvpcConfiguration: { subnets: [subnet] } },
			overrides: { containerOverrides: [{ name: 'cart', command: ['sh', '-c', `echo hello; ${script}`] }] },
		});
		step(3 * MINUTE);
		const described = await ecs.describeTasks({ cluster, tasks: [tasks?.[0]?.taskArn ?? ''] });
		expect(described.tasks?.[0]).toMatchObject({
			lastStatus: 'STOPPED',
			stopCode: 'EssentialContainerExited',
			stoppedReason: 'Essential container in task exited',
			containers: [{ name: 'cart', exitCode }],
		});
		const book = emptyLogBook();
		followWorld(book, world);
		const streams = [...book.streams.values()].filter(({ voice }) => voice === 'command');
		const seconds = [...eventsBySecond(streams, { from: NOON, to: NOON + HOUR })];
		expect(seconds.flatMap(({ events }) => events.map(({ message }) => message))).toEqual(
			exitCode === 0 ? ['hello'] : ['hello', 'command failed with exit code 3'],
		);
	},
);
