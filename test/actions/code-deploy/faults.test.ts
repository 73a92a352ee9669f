import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { Hands } from '../../../src/actions/hands.ts';
import { actingShop } from '../shop.ts';
import { MINUTE, quietShop, soon } from './quiet-shop.ts';

describe('when AWS misbehaves', () => {
	test.each([{ truncated: 1 }, { lost: 1 }])(
		'the answer to CreateDeployment is lost (%j): it is looked for, and sent once',
		async (fault) => {
			const shop = quietShop();
			const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
			shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:CreateDeployment', ...fault }]);
			const { outcome } = await shop.carryOut(deploy, plan, soon(shop));
			expect(outcome).toEqual({ state: 'done', text: 'gift-cards runs gift-cards:14.' });
			expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
		},
	);

	test.each([{ serverError: 1 }, { reset: 1 }])(
		'CreateDeployment fails (%j) and nothing has come of it: it is not sent again',
		async (fault) => {
			const shop = quietShop();
			const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
			shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:CreateDeployment', ...fault }]);
			const { outcome } = await shop.carryOut(deploy, plan, soon(shop));
			expect(outcome).toMatchObject({
				state: 'failed',
				text: expect.stringMatching(/Done: ecs:RegisterTaskDefinition.* Not done: codedeploy:CreateDeployment/u),
			});
			expect(shop.sent()).toEqual(['RegisterTaskDefinition', 'CreateDeployment']);
		},
	);

	test('and the deployments cannot be seen either, it may have been done or not', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { force: true });
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:CreateDeployment', truncated: 1 }]);
		const { outcome } = await shop.carryOut(deploy, plan, {
			wait: async (ms) => {
				shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:BatchGetDeployments', accessDenied: true }]);
				shop.drydock.control.step(ms);
			},
		});
		expect(outcome).toMatchObject({
			state: 'unknown',
			text: expect.stringContaining('May have been done or not: codedeploy:CreateDeployment'),
		});
	});

	test('permission to create a deployment is missing: the revision that is left behind is said', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:CreateDeployment', accessDenied: true }]);
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/Done: ecs:RegisterTaskDefinition\(family=gift-cards\)\. Not done: codedeploy:CreateDeployment\(applicationName=AppECS-prod-gift-cards, deploymentGroupName=DgpECS-prod-gift-cards, taskDefinition=gift-cards:14\)\.$/u,
			),
			next: 'Ask for the IAM permission codedeploy:CreateDeployment.',
		});
	});

	test('its waits cannot be read and the time is up when all traffic has moved: it is done, and what is left is said', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { tag: '14' });
		const { setFaults } = shop.drydock.dispatcher;
		setFaults([{ operation: 'codedeploy:GetDeployment', accessDenied: true }]);
		const { outcome } = await shop.carryOut(deploy, plan, {
			until: shop.hands.now() + 8 * MINUTE,
			wait: async (ms) => {
				setFaults([]);
				shop.drydock.control.step(ms);
			},
		});
		expect(outcome).toMatchObject({
			state: 'done',
			text: expect.stringMatching(
				/^gift-cards has all its traffic on gift-cards:14; d-\w{9} has yet to take the old tasks away\.$/u,
			),
		});
	});

	test('a read-only client sends nothing', async () => {
		const shop = actingShop('code-deploy', { readOnly: true });
		shop.drydock.control.step(75 * MINUTE);
		const plan = await shop.plan(deploy, 'gift-cards', { force: true });
		expect(await shop.carryOut(deploy, plan)).toMatchObject({ outcome: { failure: { kind: 'read-only' } } });
		expect(shop.sent()).toEqual([]);
	});

	test('looks fail while it is followed: it is followed on', async () => {
		const shop = quietShop();
		const plan = await shop.plan(deploy, 'gift-cards', { force: true });
		const { setFaults } = shop.drydock.dispatcher;
		let waits = 0;
		const hands: Partial<Hands> = {
			...soon(shop),
			wait: async (ms) => {
				waits++;
				setFaults(waits < 4 ? [{ operation: 'codedeploy:GetDeployment', accessDenied: true }] : []);
				shop.drydock.control.step(ms);
			},
		};
		expect(await shop.carryOut(deploy, plan, hands)).toMatchObject({ outcome: { state: 'done' } });
	});

	test.each([
		[
			'GetDeploymentConfig',
			'how ECSCanary10Percent5Minutes moves the traffic: no permission to look (codedeploy:GetDeploymentConfig)',
		],
		[
			'GetApplicationRevision',
			'the last AppSpec: no permission to look (codedeploy:GetApplicationRevision); this one has no hooks',
		],
		[
			'ListDeployments',
			'deployments of CodeDeploy: no permission to look (codedeploy:ListDeployments); this one has no hooks',
		],
	])('without %s the plan says what is not known', async (operation, text) => {
		const shop = quietShop();
		shop.drydock.dispatcher.setFaults([{ operation: `codedeploy:${operation}`, accessDenied: true }]);
		const plan = await shop.plan(deploy, 'gift-cards', { force: true });
		expect(plan.remarks).toContainEqual({ level: 'unknown', text });
	});

	test('without permission to see deployment groups nothing can be planned', async () => {
		const shop = quietShop();
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:GetDeploymentGroup', accessDenied: true }]);
		expect(await shop.tryPlan(deploy, 'gift-cards', { force: true })).toMatchObject({
			refused:
				'the deployment group of gift-cards in CodeDeploy: no permission to look (codedeploy:GetDeploymentGroup).',
		});
	});
});
