import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { rescue } from '../../../src/actions/deploy/rescue.ts';
import { taskDefinitionIn } from '../../../src/model/app-spec.ts';
import { end } from '../../../src/drydock/world/code-deploy/end-deployment.ts';
import { actingShop } from '../shop.ts';
import { groupOf, meanwhile, MINUTE, quietShop, soon } from './quiet-shop.ts';

describe('a deployment through CodeDeploy', () => {
	test('says who does it, how the traffic moves and what is sent', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		expect(plan.remarks.slice(0, 5).map(({ level, text }) => `${level}: ${text}`)).toEqual([
			'info: CodeDeploy deploys it: deployment group DgpECS-prod-gift-cards of AppECS-prod-gift-cards',
			'info: ECSCanary10Percent5Minutes: 10 % of the traffic first, all of it after 5 min',
			'info: the old tasks stay 5 min longer: till then the way back takes seconds',
			'good: 3 more tasks run meanwhile, none less: both revisions are there whole',
			'good: CodeDeploy rolls back by itself when it fails; tasks that never get healthy fail after 60 min',
		]);
		// Both revisions run whole: there has to be room for three more.
		expect(plan.remarks).toContainEqual({ level: 'good', text: expect.stringMatching(/free addresses$/u) });
		expect(plan.changes.map(({ name }) => name)).toEqual(['ecs:RegisterTaskDefinition', 'codedeploy:CreateDeployment']);
	});

	test('registers a revision, moves the traffic to it step by step, and is done when the old tasks are gone', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		const { progress, outcome } = await shop.carryOut(deploy, plan, soon(shop));
		expect(outcome).toEqual({ state: 'done', text: 'gift-cards runs gift-cards:14.' });
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
		const said = progress.flatMap((step) => (step.kind === 'progress' ? [step.text] : []));
		expect(said).toContain(
			'moving the traffic · :14 3 of 3 running, 10 % of the traffic · :13 3 of 3 running, 90 % of the traffic',
		);
		expect(said.at(-1)).toMatch(/^all traffic is on gift-cards:14; the old tasks wait for their end/u);
	});

	test('goes on with the AppSpec of the last one, its hooks included', async () => {
		const shop = quietShop();
		const { world } = shop.drydock;
		const application = world.codeDeploy.get('ap-northeast-1/AppECS-prod-gift-cards');
		const last = groupOf(shop, 'gift-cards').deployments[0];
		const content = `${application?.revisions.get(last?.sha256 ?? '')?.content}Hooks:\n  - BeforeAllowTraffic: smoke-test\n`;
		application?.revisions.set(last?.sha256 ?? '', { content, firstUsedAt: 0 });
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		expect(plan.remarks).toContainEqual({
			level: 'info',
			text: 'the hooks of the last AppSpec go along: BeforeAllowTraffic',
		});
		await shop.carryOut(deploy, plan, soon(shop));
		const sent = application?.revisions.get(groupOf(shop, 'gift-cards').deployments[0]?.sha256 ?? '')?.content ?? '';
		expect(JSON.parse(sent)).toMatchObject({ Hooks: [{ BeforeAllowTraffic: 'smoke-test' }] });
		expect(taskDefinitionIn(JSON.parse(sent))).toMatch(/gift-cards:14$/u);
	});

	test('forced starts the present revision anew', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { force: true });
		expect(await shop.carryOut(deploy, plan, soon(shop))).toMatchObject({
			outcome: { state: 'done', text: 'gift-cards runs gift-cards:13.' },
		});
		expect(shop.sent()).toEqual(['CreateDeployment']);
	});

	test('that waits for somebody says how to go on, and its time is not counted', async () => {
		const shop = quietShop();
		Object.assign(groupOf(shop, 'wallet'), { readyWait: 12 });
		const plan = await shop.plan(deploy, 'wallet', { tag: '33' });
		expect(plan.remarks).toContainEqual({
			level: 'warning',
			text: 'no traffic moves before somebody says so (`deckwatch continue-deployment wallet`); after 12 min it is stopped',
		});
		const { progress, outcome } = await shop.carryOut(deploy, plan, soon(shop));
		const said = progress.flatMap((step) => (step.kind === 'progress' ? [step.text] : []));
		expect(said).toContainEqual(
			expect.stringMatching(/^wallet:33 is ready: `deckwatch continue-deployment wallet` lets the traffic go to it/u),
		);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(/^wallet:33 was stopped, and was rolled back to wallet:31\./u),
		});
	});

	test('that somebody stops has failed, and what it was rolled back to is said', async () => {
		const shop = quietShop();
		const group = groupOf(shop, 'gift-cards');
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		const stopped = meanwhile(shop, () => {
			const [under] = group.deployments;
			if (under) end(shop.drydock.world, group, under, 'Stopped', { code: 'MANUAL_STOP' });
		});
		expect(await shop.carryOut(deploy, plan, stopped)).toMatchObject({
			outcome: { state: 'failed', text: 'gift-cards:14 was stopped, and was rolled back to gift-cards:13.' },
		});
	});

	test("that fails says why in AWS's words, and where no rollback is wanted, what serves", async () => {
		const shop = quietShop();
		const group = groupOf(shop, 'gift-cards');
		Object.assign(group, { rollback: false });
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		expect(plan.remarks).toContainEqual({
			level: 'warning',
			text: 'CodeDeploy rolls nothing back by itself when it fails',
		});
		const fails = meanwhile(shop, () => {
			const [under] = group.deployments;
			if (under)
				end(shop.drydock.world, group, under, 'Failed', { code: 'ALARM_ACTIVE', message: 'An alarm went off.' });
		});
		const { outcome } = await shop.carryOut(deploy, plan, fails);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: 'gift-cards:14 failed, and was not rolled back: gift-cards:13 serves.\nAn alarm went off.',
			next: expect.stringContaining('`deckwatch deploy gift-cards --force`'),
		});
	});

	test('whose tasks do not get up tells how they end, while the time runs and when it is up', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'loyalty', { tag: '8' });
		const until = shop.hands.now() - 10 * MINUTE;
		const { progress, outcome } = await shop.carryOut(deploy, plan, { until });
		expect(outcome).toMatchObject({
			state: 'timed-out',
			next: 'It goes on by itself; `deckwatch rollback loyalty` stops it.',
		});
		const text = 'text' in outcome ? outcome.text : '';
		expect(text).toMatch(/^CodeDeploy is at d-\w{9}, but the time is up: starting the new tasks/u);
		expect(text).toMatch(/Its newest stopped task, [\da-f]{6}: .*loyalty exit 1\n {2}loyalty │ /u);
		expect(progress.at(-1)).toMatchObject({
			text: expect.stringMatching(
				/\d+ of the new tasks failed, the last: (?:exit 1|failed its load balancer's health check.*)$/u,
			),
		});
	});

	test('that takes too long is stopped, and what was before is brought back', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'loyalty', { tag: '8' });
		const { outcome } = await shop.carryOut(deploy, plan, { until: shop.hands.now() - 10 * MINUTE });
		if (outcome.state === 'outdated') throw new Error('It was sent.');
		expect(outcome.stuck).toMatch(/^d-\w{9}$/u);
		const steps = rescue(plan, outcome, { ...shop.hands, ...soon(shop), id: 'action-2' });
		let step = await steps.next();
		// oxlint-disable-next-line no-await-in-loop -- one step after the other
		while (!step.done) step = await steps.next();
		expect(step.value).toMatchObject({ state: 'done', text: expect.stringMatching(/rolled back to loyalty:7/u) });
		expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'CreateDeployment', 'StopDeployment']);
	});

	test('is refused while another one is under way', async () => {
		const shop = actingShop('code-deploy');
		expect(await shop.tryPlan(deploy, 'gift-cards', { tag: '14' })).toMatchObject({
			refused: expect.stringMatching(
				/^CodeDeploy is at d-\w{9} of gift-cards \(InProgress\), and takes one deployment at a time\.$/u,
			),
		});
	});

	test('that began after it was planned is not sent', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		await shop.carryOut(deploy, await shop.plan(deploy, 'gift-cards', { force: true }), { until: 0 });
		expect(await shop.carryOut(deploy, plan)).toMatchObject({ outcome: { state: 'outdated' } });
	});
});

describe('deployment groups', () => {
	test('of other names are searched for', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'wallet', { force: true });
		expect(plan.remarks[0]?.text).toBe('CodeDeploy deploys it: deployment group DgpECS-prod-wallet of shop-payments');
	});

	test('that are several are a refusal that lists them', async () => {
		const shop = quietShop();
		const { groups } = shop.drydock.world.codeDeploy.get('ap-northeast-1/shop-payments') ?? {};
		groups?.set('second', { ...groupOf(shop, 'wallet'), deploymentGroupName: 'second' });
		expect(await shop.tryPlan(deploy, 'wallet', { force: true })).toMatchObject({
			refused:
				'2 deployment groups of CodeDeploy have wallet: DgpECS-prod-wallet of shop-payments, second of shop-payments.',
		});
	});

	test('that are none are a refusal', async () => {
		const shop = quietShop();
		shop.drydock.world.codeDeploy.clear();
		expect(await shop.tryPlan(deploy, 'wallet', { force: true })).toMatchObject({
			refused: 'wallet is to be deployed by CodeDeploy, and no deployment group there has it.',
		});
	});
});
