import { describe, expect, test } from 'vitest';
import { target } from '../../../src/actions/target/target.ts';
import { type ActingShop, actingShop } from '../shop.ts';
import { sufferFaults } from '../suffer-faults.ts';

const RESOURCE = 'service/prod/search';

sufferFaults({
	action: target,
	open: async () => {
		const shop = actingShop();
		return { shop, plan: await shop.plan(target, 'search', { cpu: null, memory: 70, max: 10 }) };
	},
	calls: [
		'application-autoscaling:RegisterScalableTarget',
		'application-autoscaling:PutScalingPolicy',
		'application-autoscaling:DeleteScalingPolicy',
	],
	made: async (shop: ActingShop) => {
		const { region } = await shop.subject('search');
		const found = (await shop.aws.scaling(region, [RESOURCE])).get(RESOURCE);
		const names = found?.policies.map(({ policyName }) => policyName) ?? [];
		return [found?.target.maxCapacity === 10, names.includes('search-memory'), !names.includes('search-cpu')];
	},
});

describe('what cannot be read', () => {
	test.each(['DescribeScalableTargets', 'DescribeScalingPolicies'])('stops it when it is %s', async (operation) => {
		const shop = actingShop();
		shop.drydock.dispatcher.setFaults([{ operation: `application-autoscaling:${operation}`, accessDenied: true }]);
		await expect(shop.tryPlan(target, 'search', { cpu: 50 })).rejects.toMatchObject({
			failure: { kind: 'denied', operation },
		});
	});

	test.each([
		['cloudwatch:GetMetricData', 'CPU: no permission to look (cloudwatch:GetMetricData)'],
		[
			'application-autoscaling:DescribeScheduledActions',
			'scheduled actions: no permission to look (application-autoscaling:DescribeScheduledActions)',
		],
	])('is named and no more when it is %s', async (operation, text) => {
		const shop = actingShop();
		shop.drydock.dispatcher.setFaults([{ operation, accessDenied: true }]);
		const plan = await shop.plan(target, 'search', { cpu: 50, max: 10 });
		expect(plan.remarks).toContainEqual({ level: 'unknown', text });
		expect(await shop.carryOut(target, plan)).toMatchObject({ outcome: { state: 'done' } });
	});

	test('is the reason why requests cannot be counted', async () => {
		const shop = actingShop();
		const operation = 'elasticloadbalancing:DescribeTargetGroups';
		shop.drydock.dispatcher.setFaults([{ operation, accessDenied: true }]);
		expect(await shop.tryPlan(target, 'search', { requests: 500 })).toMatchObject({
			refused: `Whose requests to count cannot be told: its target groups: no permission to look (${operation}).`,
		});
	});

	test('while it is followed is waited out', async () => {
		const shop = actingShop();
		const plan = await shop.plan(target, 'search', { cpu: 50 });
		const operation = 'application-autoscaling:DescribeScalingPolicies';
		const { progress, outcome } = await shop.carryOut(target, plan, {
			audit: {
				append: async ({ event }) => {
					if (event === 'answered') shop.drydock.dispatcher.setFaults([{ operation, expiredToken: true }]);
				},
			},
			wait: async (ms) => {
				shop.drydock.dispatcher.setFaults([]);
				shop.drydock.control.step(ms);
			},
		});
		expect(outcome).toMatchObject({ state: 'done' });
		expect(progress.at(-1)).toMatchObject({ text: expect.stringMatching(/^cannot look \(ExpiredTokenException\)/u) });
	});
});
