import { describe, expect, test } from 'vitest';
import { enableExec } from '../../../src/actions/enable-exec/enable-exec.ts';
import { planEnableExec } from '../../../src/actions/enable-exec/plan-enable-exec.ts';
import { isRefusal } from '../../../src/actions/plan.ts';
import { actingShop, CLUSTER } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

/** A shop whose cart has no ECS Exec. */
async function withoutExec() {
	const shop = actingShop();
	await shop.carryOut(enableExec, await shop.plan(enableExec, 'cart', { off: true }));
	return shop;
}

async function snapshotOf(shop: Awaited<ReturnType<typeof withoutExec>>) {
	return enableExec.read(shop.aws, await shop.subject('cart'), {});
}

const execOf = async (shop: Awaited<ReturnType<typeof withoutExec>>) =>
	(await shop.aws.describeServices(CLUSTER, ['cart']))[0]?.enableExecuteCommand;

test('turning it off and on again starts the tasks anew each time, in one call', async () => {
	const shop = await withoutExec();
	expect(await execOf(shop)).toBe(false);
	const plan = await shop.plan(enableExec, 'cart', {});
	expect(plan.differences).toEqual([
		{ what: 'ECS Exec', before: 'off', after: 'on' },
		{ what: 'tasks', before: 'cart:88', after: 'the same, started anew' },
	]);
	expect(plan.undo).toEqual({ off: true });
	const { outcome } = await shop.carryOut(enableExec, plan);
	expect(outcome).toEqual({ state: 'done', text: 'cart runs cart:88.' });
	expect(await execOf(shop)).toBe(true);
	const tasks = await shop.aws.tasks(CLUSTER, { serviceName: 'cart', desiredStatus: 'RUNNING' });
	expect(tasks.map(({ enableExecuteCommand }) => enableExecuteCommand)).toEqual([true, true, true]);
	expect(shop.sent()).toEqual(['UpdateService', 'UpdateService']);
});

test('says what cannot be seen of the role, and where it will not work', async () => {
	const shop = await withoutExec();
	const snapshot = await snapshotOf(shop);
	const containerDefinitions = [{ name: 'app', image: 'reg/app:v7', readonlyRootFilesystem: true }];
	const base = { ...snapshot.base, document: { ...snapshot.base.document, containerDefinitions } };
	const service = { ...snapshot.service, loadBalancers: [] };
	const planned = planEnableExec({ ...snapshot, service, base }, {});
	if (isRefusal(planned)) throw new Error(planned.refused);
	const texts = planned.remarks.map(({ level, text }) => `${level}: ${text}`);
	expect(texts).toContainEqual(expect.stringMatching(/^unknown: whether \S+ allows ssmmessages:CreateControlChannel/u));
	expect(texts).toContain('warning: app has a read-only file system, in which ECS Exec does not work');
	expect(texts).toContain('warning: app runs what its tag "v7" points to by then: it may be another image than now');
});

describe('is refused', () => {
	test('when it is so already', async () => {
		expect(await actingShop().tryPlan(enableExec, 'cart', {})).toMatchObject({
			refused: 'ECS Exec is on for cart already.',
			already: true,
		});
	});

	test('without a task role', async () => {
		const snapshot = await snapshotOf(await withoutExec());
		const { taskRoleArn: _, ...document } = snapshot.base.document;
		expect(planEnableExec({ ...snapshot, base: { ...snapshot.base, document } }, {})).toMatchObject({
			refused: 'cart:88 has no task role, and ECS Exec opens its sessions with it.',
		});
	});

	test('on an old platform version', async () => {
		const snapshot = await snapshotOf(await withoutExec());
		const service = { ...snapshot.service, platformVersion: '1.3.0' };
		expect(planEnableExec({ ...snapshot, service }, {})).toMatchObject({
			refused: "Fargate's platform version 1.3.0 has no ECS Exec.",
		});
	});

	test('for a service that CodeDeploy deploys', async () => {
		const snapshot = await snapshotOf(await withoutExec());
		const service = { ...snapshot.service, deploymentController: 'CODE_DEPLOY' };
		expect(planEnableExec({ ...snapshot, service }, {})).toMatchObject({
			refused: expect.stringContaining('deployed by CodeDeploy'),
		});
	});
});

sufferFaults({
	action: enableExec,
	calls: ['ecs:UpdateService'],
	open: async () => {
		const shop = actingShop();
		return { shop, plan: await shop.plan(enableExec, 'cart', { off: true }) };
	},
});
