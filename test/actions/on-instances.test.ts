import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/actions/action.ts';
import { deploy } from '../../src/actions/deploy/deploy.ts';
import { runTask } from '../../src/actions/run-task/run-task.ts';
import { scale } from '../../src/actions/scale/scale.ts';
import { stopTask } from '../../src/actions/stop-task/stop-task.ts';
import { readScenario } from '../../src/drydock/scenario/read-scenario.ts';
import { instancesOf } from '../../src/drydock/world/placement/instances-of.ts';
import { resizeGroup } from '../../src/drydock/world/capacity/resize-group.ts';
import { actingShop, CLUSTER, type ActingShop } from './shop.ts';

const COMMAND = { command: ['sh', '-c', 'echo hi; sleep 2'], token: '0f6d2c9e-6a35-4b8e-9d57-2f1f6f0f9a11' };

async function remarks<Snapshot, Input>(shop: ActingShop, action: Action<Snapshot, Input>, name: string, input: Input) {
	return (await shop.plan(action, name, input)).remarks.map(({ level, text }) => `${level}: ${text}`);
}

async function end<Snapshot, Input>(shop: ActingShop, action: Action<Snapshot, Input>, name: string, input: Input) {
	return (await shop.carryOut(action, await shop.plan(action, name, input))).outcome;
}

/** The input that stops the oldest running task of a service. */
async function oldest(shop: ActingShop, serviceName: string) {
	const tasks = await shop.aws.tasks(CLUSTER, { serviceName, desiredStatus: 'RUNNING' });
	return { tasks: tasks.slice(0, 1).map(({ taskArn }) => taskArn) };
}

function cluster({ drydock }: ActingShop) {
	const found = drydock.world.clusters.get(CLUSTER);
	if (!found) throw new Error('there is no cluster prod');
	return found;
}

function shopOf(service: string, instances: string) {
	const yaml = [
		'description: a test',
		`clusters: [{ name: prod, region: ap-northeast-1, instances: [${instances}] }]`,
		`services: [${service}]`,
	];
	return actingShop(readScenario(yaml.join('\n'), 'test.yaml'));
}

describe('scaling a service on instances', () => {
	test('says how many fit, and as many run afterwards', async () => {
		const shop = actingShop('port-conflict');
		expect(await remarks(shop, scale, 'mailer', { count: '10' })).toContain(
			'warning: room for 5 of 8 more tasks on 1 instance: 3 tasks will wait for another',
		);
		expect(await end(shop, scale, 'mailer', { count: '10' })).toMatchObject({
			state: 'timed-out',
			text: expect.stringMatching(
				/^The desired count of mailer is 10, but the time is up: 7 of 10 running\.\nECS says: \(service mailer\) was unable to place a task .* has insufficient CPU units available\./u,
			),
		});
	});

	test('finds room for what it says there is room for', async () => {
		const shop = actingShop('port-conflict');
		expect(await remarks(shop, scale, 'mailer', { count: '7' })).toContain('good: room for 5 more tasks on 1 instance');
		expect(await end(shop, scale, 'mailer', { count: '7' })).toMatchObject({ state: 'done' });
	});

	test('says what no instance has, and ends with what ECS has been saying all the time', async () => {
		const shop = actingShop('port-conflict');
		expect(await remarks(shop, scale, 'web', { count: '2' })).toContain(
			'warning: no instance has port 80 free: 1 task will wait for one',
		);
		expect(await end(shop, scale, 'web', { count: '2' })).toMatchObject({
			state: 'timed-out',
			text: expect.stringMatching(
				/ECS says since 2026-[-\dT:.]+Z: \(service web\) was unable to place a task .* already using a port required/u,
			),
		});
	});

	test('leaves out instances that drain, and those whose agent is gone', async () => {
		const shop = shopOf('{ name: cart, tasks: 3, launchType: EC2 }', '{ name: ecs, type: m5.large, desired: 3 }');
		const [drained, lost] = instancesOf(shop.drydock.world, cluster(shop));
		if (drained) drained.status = 'DRAINING';
		if (lost) lost.agentConnected = false;
		expect(await remarks(shop, scale, 'cart', { count: '20' })).toContain(
			'warning: room for 7 of 17 more tasks on 1 instance: 10 tasks will wait for another',
		);
	});

	test('looks at the instances of its capacity provider alone', async () => {
		const shop = shopOf(
			'{ name: cart, tasks: 1, capacity: { small: 1 }, memory: 1024 }',
			'{ name: one, type: t3.small, desired: 1, capacityProvider: small }, { name: two, type: m5.large, desired: 3, capacityProvider: large }',
		);
		expect(await remarks(shop, scale, 'cart', { count: '2' })).toContain(
			'warning: no instance has 256 CPU units and 1 GB free: 1 task will wait for one',
		);
		expect(await end(shop, scale, 'cart', { count: '2' })).toMatchObject({ state: 'timed-out' });
	});

	test('cannot tell where the service says itself where its tasks go, nor of network interfaces', async () => {
		const constrained = shopOf(
			'{ name: cart, tasks: 1, launchType: EC2, placementConstraints: [distinctInstance] }',
			'{ name: ecs, type: m5.large, desired: 1 }',
		);
		expect(await remarks(constrained, scale, 'cart', { count: '2' })).toContain(
			'unknown: room on the instances: the service says where its tasks go (distinctInstance), which is not judged here',
		);
		const own = shopOf(
			'{ name: cart, tasks: 2, launchType: EC2, networkMode: awsvpc }',
			'{ name: ecs, type: m5.large, desired: 1 }',
		);
		expect(await remarks(own, scale, 'cart', { count: '3' })).toContain(
			'unknown: whether the instances have network interfaces left: ECS does not tell',
		);
		expect(await end(own, scale, 'cart', { count: '3' })).toMatchObject({
			state: 'timed-out',
			text: expect.stringContaining('encountered error "RESOURCE:ENI".'),
		});
	});
});

describe('a deployment on instances', () => {
	test('that can never start beside the old tasks says so, and what would help', async () => {
		const shop = actingShop('port-conflict');
		expect(await remarks(shop, deploy, 'web', { tag: '9' })).toContain(
			'warning: where an old task has port 80 it keeps it (min 100 %): nothing starts there until there is another instance, or minimumHealthyPercent is at most 0',
		);
		expect(await end(shop, deploy, 'web', { tag: '9' })).toMatchObject({
			state: 'timed-out',
			text: expect.stringContaining('is already using a port required by your task.'),
		});
	});

	test('comes through where there is another instance', async () => {
		const shop = actingShop('port-conflict');
		const [group] = shop.drydock.world.autoScalingGroups.values();
		if (group) resizeGroup(shop.drydock.world, group, { desiredCapacity: 2 });
		shop.drydock.control.step(480_000);
		expect(await remarks(shop, deploy, 'web', { tag: '9' })).toContain('good: room for 1 more task on 1 instance');
		expect(await end(shop, deploy, 'web', { tag: '9' })).toMatchObject({ state: 'done' });
	});
});

describe('a task run on instances', () => {
	test('beside one that has its port is refused by ECS, and nothing was started', async () => {
		const shop = actingShop('port-conflict');
		expect(await remarks(shop, runTask, 'web', COMMAND)).toContain(
			'info: it runs beside those of web, on an instance of the cluster, with the role web-task; no load balancer sends to it',
		);
		expect(await end(shop, runTask, 'web', COMMAND)).toMatchObject({
			state: 'failed',
			text: expect.stringContaining('RESOURCE:PORTS: its host port is taken on every container instance'),
			next: 'Add an instance: the port is free there.',
		});
	});

	test('that the instances lack different things for says which', async () => {
		const shop = shopOf(
			'{ name: web, tasks: 1, launchType: EC2, port: 80, hostPort: 80, memory: 2048 }, { name: hog, tasks: 1, launchType: EC2, memory: 6144 }',
			'{ name: ecs, type: m5.large, desired: 2 }',
		);
		expect(await end(shop, runTask, 'web', COMMAND)).toMatchObject({
			state: 'failed',
			text: expect.stringContaining(
				'no container instance takes it: RESOURCE:PORTS on 1 instance, RESOURCE:MEMORY on 1 instance',
			),
		});
	});

	test('waits where managed scaling is to bring an instance, and runs when there is one', async () => {
		const shop = actingShop('no-room');
		expect(await end(shop, runTask, 'cart', COMMAND)).toMatchObject({
			state: 'timed-out',
			text: expect.stringMatching(/ PROVISIONING\.$/u),
		});
		const [group] = shop.drydock.world.autoScalingGroups.values();
		if (group) resizeGroup(shop.drydock.world, group, { maxSize: 4 });
		const outcome = await shop.carryOut(
			runTask,
			await shop.plan(runTask, 'cart', { ...COMMAND, token: 'another-one' }),
			{
				until: shop.hands.now() + 1_200_000,
			},
		);
		expect(outcome.outcome).toMatchObject({ state: 'done', text: expect.stringContaining('exit 0') });
	});
});

describe('a task stopped on an instance', () => {
	test('makes room for the revision that waits for its port', async () => {
		const shop = actingShop('port-conflict');
		const tasks = await oldest(shop, 'web');
		expect((await remarks(shop, stopTask, 'web', tasks)).filter((text) => text.includes('no instance'))).toEqual([]);
		expect(await end(shop, stopTask, 'web', tasks)).toMatchObject({
			state: 'done',
			text: expect.stringContaining('web runs 1 of 1 tasks.'),
		});
	});

	test('may leave nothing, where what is to take its place is larger', async () => {
		const shop = actingShop('no-room');
		const tasks = await oldest(shop, 'reports');
		expect(await remarks(shop, stopTask, 'reports', tasks)).toContain(
			'warning: no instance has 256 CPU units and 6 GB free: unless this makes that room, nothing of reports:13 starts in their place',
		);
		expect(await end(shop, stopTask, 'reports', tasks)).toMatchObject({
			state: 'timed-out',
			text: expect.stringContaining('reports runs 0 of 1'),
		});
	});

	test('says that it cannot see the instances', async () => {
		const shop = actingShop('no-room');
		const tasks = await oldest(shop, 'reports');
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:ListContainerInstances', accessDenied: true }]);
		expect(await remarks(shop, stopTask, 'reports', tasks)).toContain(
			'unknown: room on the instances: no permission to look (ecs:ListContainerInstances)',
		);
	});
});
