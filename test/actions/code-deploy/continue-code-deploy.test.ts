import { describe, expect, test } from 'vitest';
import { continueDeployment } from '../../../src/actions/continue-deployment/continue-deployment.ts';
import { actingShop } from '../shop.ts';
import { MINUTE, soon } from './quiet-shop.ts';

describe('continuing a deployment of CodeDeploy', () => {
	test('lets the traffic go to a revision that is ready, and follows it to its end', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueDeployment, 'wallet', {});
		expect(plan.differences).toEqual([{ what: 'serves', before: 'wallet:31', after: 'wallet:32' }]);
		expect(plan.remarks).toEqual([{ level: 'good', text: '3 of 3 of the new tasks run' }]);
		expect(plan.changes).toMatchObject([
			{ name: 'codedeploy:ContinueDeployment', input: { deploymentWaitType: 'READY_WAIT' } },
		]);
		const { outcome } = await shop.carryOut(continueDeployment, plan, soon(shop));
		expect(outcome).toEqual({ state: 'done', text: 'wallet runs wallet:32.' });
	});

	test('ends the wait for the old tasks', async () => {
		const shop = actingShop('code-deploy');
		shop.drydock.control.step(4 * MINUTE);
		const plan = await shop.plan(continueDeployment, 'gift-cards', {});
		expect(plan.differences).toEqual([{ what: 'old tasks, gift-cards:12', before: '3 running', after: 'stopped' }]);
		expect(plan.changes).toMatchObject([{ input: { deploymentWaitType: 'TERMINATION_WAIT' } }]);
		expect(await shop.carryOut(continueDeployment, plan, soon(shop))).toMatchObject({ outcome: { state: 'done' } });
		expect(shop.sent()).toEqual(['ContinueDeployment']);
	});

	test('warns when not all of the new tasks run', async () => {
		const shop = actingShop('code-deploy');
		for (const service of shop.drydock.world.services.values()) {
			if (service.serviceName === 'wallet') service.desiredCount = 5;
		}
		const plan = await shop.plan(continueDeployment, 'wallet', {});
		expect(plan.remarks).toEqual([{ level: 'warning', text: 'only 3 of 5 of the new tasks run' }]);
	});

	test('takes it back when that is asked for', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueDeployment, 'wallet', { rollback: true });
		expect(plan.differences).toEqual([
			{ what: 'deployment under way', before: 'wallet:32 (Ready)', after: 'wallet:31' },
		]);
		expect(await shop.carryOut(continueDeployment, plan)).toMatchObject({
			outcome: { state: 'done', text: 'It is rolled back to wallet:31.' },
		});
		expect(shop.sent()).toEqual(['StopDeployment']);
	});

	test('is refused where it waits for nobody', async () => {
		const shop = actingShop('code-deploy');
		expect(await shop.tryPlan(continueDeployment, 'gift-cards', {})).toMatchObject({
			refused: expect.stringMatching(/^d-\w{9} of gift-cards waits for nobody \(InProgress\)\.$/u),
		});
	});

	test('is refused without permission to see the deployments', async () => {
		const shop = actingShop('code-deploy');
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:ListDeployments', accessDenied: true }]);
		expect(await shop.tryPlan(continueDeployment, 'wallet', {})).toMatchObject({
			refused: 'deployments of CodeDeploy: no permission to look (codedeploy:ListDeployments).',
		});
	});

	test('is found again when its answer is lost, and sent once', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueDeployment, 'wallet', {});
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:ContinueDeployment', lost: 1 }]);
		expect(await shop.carryOut(continueDeployment, plan, soon(shop))).toMatchObject({ outcome: { state: 'done' } });
		expect(shop.sent()).toEqual(['ContinueDeployment']);
	});

	test('is unknown when it fails and still waits', async () => {
		const shop = actingShop('code-deploy');
		const plan = await shop.plan(continueDeployment, 'wallet', {});
		shop.drydock.dispatcher.setFaults([{ operation: 'codedeploy:ContinueDeployment', serverError: 1 }]);
		expect(await shop.carryOut(continueDeployment, plan)).toMatchObject({ outcome: { state: 'unknown' } });
	});
});
