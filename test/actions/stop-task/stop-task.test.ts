import { describe, expect, test } from 'vitest';
import { stopTask } from '../../../src/actions/stop-task/stop-task.ts';
import { subjectOfTask } from '../../../src/actions/subject.ts';
import { shortTaskId } from '../../../src/model/arn.ts';
import { actingShop, CLUSTER, type ActingShop } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

async function arnsOf(shop: ActingShop, serviceName: string, count: number): Promise<readonly string[]> {
	const tasks = await shop.aws.tasks(CLUSTER, { serviceName, desiredStatus: 'RUNNING' });
	return tasks.slice(0, count).map(({ taskArn }) => taskArn);
}

const texts = ({ remarks }: { readonly remarks: readonly { readonly level: string; readonly text: string }[] }) =>
	remarks.map(({ level, text }) => `${level}: ${text}`);

test('a task of a service is stopped with the reason, and another one runs in its place', async () => {
	const shop = actingShop();
	const tasks = await arnsOf(shop, 'checkout', 1);
	const id = shortTaskId(tasks[0] ?? '');
	const plan = await shop.plan(stopTask, 'checkout', { tasks, reason: 'stuck connection' });
	expect(plan.title).toBe('Stop a task of checkout');
	expect(plan.differences).toEqual([{ what: `task ${id}`, before: 'RUNNING, checkout:42', after: 'STOPPED' }]);
	expect(texts(plan)).toEqual([
		'info: 1 of the 4 that run: 3 are left',
		'info: checkout starts 1 in their place, for its desired count of 4',
		expect.stringMatching(/^info: its load balancer sends it nothing new, and gives what is open up to \d+ s$/u),
		'info: its containers are asked to end, and killed after 30 s',
	]);
	const { progress, outcome } = await shop.carryOut(stopTask, plan);
	expect(outcome).toEqual({
		state: 'done',
		text: `${id} is stopped: UserInitiated · deckwatch: stuck connection · checkout exit 143.\ncheckout runs 4 of 4 tasks.`,
	});
	expect(progress).toContainEqual({ kind: 'progress', text: `${id} DEACTIVATING · checkout runs 3 of 4` });
	expect(shop.sent()).toEqual(['StopTask']);
});

test('several are stopped one after the other, and those that stop already are left out', async () => {
	const shop = actingShop();
	const tasks = await arnsOf(shop, 'checkout', 3);
	const [first = ''] = tasks;
	await shop.carryOut(stopTask, await shop.plan(stopTask, 'checkout', { tasks: [first] }), { until: shop.hands.now() });
	const plan = await shop.plan(stopTask, 'checkout', { tasks });
	expect(plan.title).toBe('Stop 2 tasks of checkout');
	expect(texts(plan)).toContain(`info: ${shortTaskId(first)} is DEACTIVATING already, and is left out`);
	const { outcome } = await shop.carryOut(stopTask, plan);
	expect(outcome).toMatchObject({ state: 'done' });
	expect(shop.sent()).toEqual(['StopTask', 'StopTask', 'StopTask']);
});

test('a refusal in the middle says which were stopped and which not', async () => {
	const shop = actingShop();
	const tasks = await arnsOf(shop, 'checkout', 3);
	const plan = await shop.plan(stopTask, 'checkout', { tasks });
	let sent = 0;
	const { outcome } = await shop.carryOut(stopTask, plan, {
		audit: {
			append: async ({ event }) => {
				if (event === 'sending' && ++sent === 2) {
					shop.drydock.dispatcher.setFaults([{ operation: 'ecs:StopTask', accessDenied: true }]);
				}
			},
		},
	});
	const [one, two, three] = tasks.map((arn) => arn.slice(arn.lastIndexOf('/') + 1));
	expect(outcome).toMatchObject({
		state: 'failed',
		text: expect.stringMatching(
			new RegExp(`\nDone: ecs:StopTask\\(task=${one}, .*\\)\\. Not done: .*${two}, .*${three}, .*\\.$`, 'u'),
		),
	});
	expect(shop.sent()).toEqual(['StopTask', 'StopTask']);
});

describe('a task that belongs to no service', () => {
	async function standalone(shop: ActingShop) {
		const subnets = [...shop.drydock.world.subnets.values()].map(({ subnetId }) => subnetId).slice(0, 1);
		const { ECS } = await import('@aws-sdk/client-ecs');
		const { createRequestHandler } = await import('../../../src/drydock/wire/request-handler.ts');
		const ecs = new ECS({
			region: 'ap-northeast-1',
			credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
			requestHandler: createRequestHandler(shop.drydock.dispatcher),
		});
		const { tasks } = await ecs.runTask({
			cluster: CLUSTER,
			taskDefinition: 'checkout:42',
			networkConfiguration: { awsvpcConfiguration: { subnets } },
		});
		shop.drydock.control.step(90_000);
		const [task] = await shop.aws.describeTasks(CLUSTER, [tasks?.[0]?.taskArn ?? '']);
		if (!task) throw new Error('it was not started');
		return task;
	}

	test('is stopped for good, under the name of its group', async () => {
		const shop = actingShop();
		const task = await standalone(shop);
		const plan = await shop.plan(stopTask, subjectOfTask(task), { tasks: [task.taskArn] });
		expect(plan.title).toBe('Stop a task of family:checkout');
		expect(texts(plan)).toContain('warning: it belongs to no service: nothing is started in its place');
		const { outcome } = await shop.carryOut(stopTask, plan);
		expect(outcome).toEqual({
			state: 'done',
			text: `${shortTaskId(task.taskArn)} is stopped: UserInitiated · Stopped with deckwatch · checkout exit 143.`,
		});
		expect(shop.audit.at(-1)).toMatchObject({ serviceName: 'family:checkout', clusterName: 'prod', event: 'ended' });
	});
});

describe('is refused', () => {
	test('when the tasks stop already', async () => {
		const shop = actingShop();
		const tasks = await arnsOf(shop, 'checkout', 1);
		await shop.carryOut(stopTask, await shop.plan(stopTask, 'checkout', { tasks }), { until: shop.hands.now() });
		expect(await shop.tryPlan(stopTask, 'checkout', { tasks })).toMatchObject({
			refused: `${shortTaskId(tasks[0] ?? '')} is DEACTIVATING: nothing is left to stop.`,
			already: true,
		});
	});

	test('when ECS does not know them any more', async () => {
		const shop = actingShop();
		const tasks = [`arn:aws:ecs:ap-northeast-1:111122223333:task/prod/${'f'.repeat(32)}`];
		expect(await shop.tryPlan(stopTask, 'checkout', { tasks })).toMatchObject({
			refused: `There is no task ${'f'.repeat(32)} in prod any more.`,
		});
	});

	test('with a reason that is too long', async () => {
		const shop = actingShop();
		const tasks = await arnsOf(shop, 'checkout', 1);
		expect(await shop.tryPlan(stopTask, 'checkout', { tasks, reason: 'x'.repeat(250) })).toMatchObject({
			refused: 'The reason has 261 characters, and ECS takes 255.',
		});
	});
});

describe('says', () => {
	test('that none is left to serve', async () => {
		const shop = actingShop();
		const plan = await shop.plan(stopTask, 'cart', { tasks: await arnsOf(shop, 'cart', 3) });
		expect(texts(plan)).toContain('warning: 3 of the 3 that run: none is left');
	});

	test('that it stops a protected task all the same', async () => {
		const shop = actingShop();
		const tasks = await arnsOf(shop, 'cart', 1);
		const task = shop.drydock.world.tasks.get(tasks[0] ?? '');
		if (!task) throw new Error('it is gone');
		task.protectedUntil = shop.drydock.world.clock.now + 60_000;
		expect(texts(await shop.plan(stopTask, 'cart', { tasks }))).toContain(
			`warning: ${shortTaskId(task.taskArn)} is protected from scale-in and deployments until 2026-11-20 03:05Z: this stops it all the same`,
		);
	});

	test('what it may not look at', async () => {
		const shop = actingShop();
		const tasks = await arnsOf(shop, 'cart', 1);
		shop.drydock.dispatcher.setFaults([
			{ operation: 'ecs:GetTaskProtection', accessDenied: true },
			{ operation: 'ecs:DescribeTaskDefinition', accessDenied: true },
			{ operation: 'elasticloadbalancing:DescribeTargetGroupAttributes', accessDenied: true },
		]);
		const said = texts(await shop.plan(stopTask, 'cart', { tasks }));
		expect(said.filter((text) => text.startsWith('unknown'))).toEqual([
			'unknown: stop timeouts: no permission to look (ecs:DescribeTaskDefinition)',
			'unknown: protection from scale-in: no permission to look (ecs:GetTaskProtection)',
			'unknown: deregistration delay: no permission to look (elasticloadbalancing:DescribeTargetGroupAttributes)',
		]);
		expect(said.join()).not.toContain('killed after');
	});

	test('that a deployment decides what starts', async () => {
		const shop = actingShop();
		const tasks = await arnsOf(shop, 'cart', 1);
		const { clusterArn, serviceArn, region } = await shop.subject('cart');
		const input = { cluster: clusterArn, service: serviceArn, forceNewDeployment: true };
		await shop.aws.change({ name: 'ecs:UpdateService', region, input }, { clusterArn });
		expect(texts(await shop.plan(stopTask, 'cart', { tasks }))).toContain(
			'warning: a deployment of cart:88 is under way, and decides which revision starts',
		);
	});
});

sufferFaults({
	action: stopTask,
	calls: ['ecs:StopTask'],
	open: async () => {
		const shop = actingShop();
		return { shop, plan: await shop.plan(stopTask, 'checkout', { tasks: await arnsOf(shop, 'checkout', 1) }) };
	},
});
