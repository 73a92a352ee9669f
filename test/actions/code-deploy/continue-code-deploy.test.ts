import { describe, expect, test } from 'vitest';
import { continueCodeDeploy } from '../../../src/actions/code-deploy/continue-code-deploy.ts';
import { actingShop } from '../shop.ts';
import { MINUTE, soon } from './quiet-shop.ts';

describe('continuing a deployment of CodeDeploy', () => {
	test('lets the traffic go to a revision that is ready, and follows it to its end', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueCodeDeploy, 'wallet', {});
		expect(plan.differences).toEqual([{ what: 'serves', before: 'wallet:31', after: 'wallet:32' }]);
		expect(plan.remarks).toEqual([{ level: 'good', text: '3 of 3 of the new tasks run' }]);
		expect(plan.changes).toMatchObject([
			{ name: 'codedeploy:ContinueDeployment', input: { deploymentWaitType: 'READY_WAIT' } },
		]);
		const { outcome } = await shop.carryOut(continueCodeDeploy, plan, soon(shop));
		expect(outcome).toEqual({ state: 'done', text: 'wallet runs wallet:32.' });
	});

	test('ends the wait for the old tasks', async () => {
		const shop = actingShop('code-deploy');
		shop.drydock.control.step(4 * MINUTE);
		const plan = await shop.plan(continueCodeDeploy, 'gift-cards', {});
		expect(plan.differences).toEqual([{ what: 'old tasks, gift-cards:12', before: '3 running', after: 'stopped' }]);
		expect(plan.changes).toMatchObject([{ input: { deploymentWaitType: 'TERMINATION_WAIT' } }]);
		expect(await shop.carryOut(continueCodeDeploy, plan, soon(shop))).toMatchObject({ outcome: { state: 'done' } });
		expect(shop.sent()).toEqual(['ContinueDeployment']);
	});

	test('warns when not all of the new tasks run', async () => {
		const shop = actingShop('code-deploy');
		for (const service of shop.drydock.world.services.values()) {
			if (service.serviceName === 'wallet') service.desiredCount = 5;
		}
		const plan = await shop.plan(continueCodeDeploy, 'wallet', {});
		expect(plan.remarks).toEqual([{ level: 'warning', text: 'only 3 of 5 of the new tasks run' }]);
	});

	test.each([
		['gift-cards', /^d-\w{9} of gift-cards waits for nobody \(InProgress\)\.$/u],
		['checkout', /^checkout is not deployed by CodeDeploy\.$/u],
	])('is refused for %s, which waits for nobody', async (name, refused) => {
		const shop = actingShop('code-deploy');
		expect(await shop.tryPlan(continueCodeDeploy, name, {})).toMatchObject({ refused: expect.stringMatching(refused) });
	});

	test('is found again when its answer is lost, and sent once', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueCodeDeploy, 'wallet', {});
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:ContinueDeployment', lost: 1 }]);
		expect(await shop.carryOut(continueCodeDeploy, plan, soon(shop))).toMatchObject({ outcome: { state: 'done' } });
		expect(shop.sent()).toEqual(['ContinueDeployment']);
	});

	test('is unknown when it fails and still waits', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueCodeDeploy, 'wallet', {});
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:ContinueDeployment', serverError: 1 }]);
		expect(await shop.carryOut(continueCodeDeploy, plan)).toMatchObject({ outcome: { state: 'unknown' } });
	});
});
