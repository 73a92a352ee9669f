import { describe, expect, test } from 'vitest';
import { continueDeployment } from '../../../src/actions/continue-deployment/continue-deployment.ts';
import {
	planContinueDeployment,
	type ContinueDeploymentInput,
} from '../../../src/actions/continue-deployment/plan-continue-deployment.ts';
import type { Following } from '../../../src/actions/outcome.ts';
import { isRefusal, type Plan } from '../../../src/actions/plan.ts';
import type { LifecycleHook, ServiceDeployment } from '../../../src/model/deployment-history.ts';
import { HOUR, NIGHT, REGION, taskDefinitionArn } from '../../fixtures/shop.ts';
import { service } from '../../fixtures/shop-service.ts';
import { fakeAws } from '../../store/fake-aws.ts';

const checkout = service('checkout', { revision: 43, desired: 4 });
const ARN = 'arn:aws:ecs:ap-northeast-1:111122223333:service-deployment/prod/checkout/1';

const pause = (changes: Partial<LifecycleHook> = {}): LifecycleHook => ({
	hookId: 'ecs-pause-1',
	targetType: 'PAUSE',
	status: 'AWAITING_ACTION',
	expiresAt: NIGHT + HOUR,
	timeoutAction: 'ROLLBACK',
	...changes,
});

const deployment = (changes: Partial<ServiceDeployment> = {}): ServiceDeployment => ({
	serviceDeploymentArn: ARN,
	serviceArn: checkout.serviceArn,
	status: 'IN_PROGRESS',
	lifecycleStage: 'POST_TEST_TRAFFIC_SHIFT',
	createdAt: NIGHT - HOUR,
	targetTaskDefinition: taskDefinitionArn('checkout', 43),
	sourceTaskDefinitions: [taskDefinitionArn('checkout', 42)],
	hooks: [pause()],
	...changes,
});

const snapshot = (...history: readonly ServiceDeployment[]) => ({ service: checkout, history: { value: history } });

function planned(
	history: readonly ServiceDeployment[],
	input: ContinueDeploymentInput = {},
): Plan<ContinueDeploymentInput> {
	const plan = planContinueDeployment(snapshot(...history), input);
	if (isRefusal(plan)) throw new Error(plan.refused);
	return plan;
}

describe('a deployment that is paused', () => {
	test('goes on, from where it is', () => {
		expect(planned([deployment()])).toMatchObject({
			title: 'Continue the deployment of checkout',
			differences: [
				{ what: 'deployment of checkout:43', before: 'paused at POST_TEST_TRAFFIC_SHIFT', after: 'goes on' },
			],
			remarks: [{ level: 'info', text: 'without an answer it is rolled back at 2026-11-20 04:04Z' }],
			changes: [
				{
					name: 'ecs:ContinueServiceDeployment',
					region: REGION,
					input: { serviceDeploymentArn: ARN, hookId: 'ecs-pause-1', action: 'CONTINUE' },
				},
			],
		});
	});

	test('is rolled back by one answer, and goes on by one for each of its hooks', () => {
		const hooks = [pause(), pause({ hookId: 'ecs-pause-2' }), pause({ hookId: 'ecs-pause-0', status: 'SUCCEEDED' })];
		expect(planned([deployment({ hooks })]).changes).toHaveLength(2);
		const { changes, differences } = planned([deployment({ hooks })], { rollback: true });
		expect(changes.map(({ input }) => input)).toEqual([
			{ serviceDeploymentArn: ARN, hookId: 'ecs-pause-1', action: 'ROLLBACK' },
		]);
		expect(differences[0]?.after).toBe('rolled back to checkout:42');
	});
});

test.each<readonly [string, readonly ServiceDeployment[], string, string]>([
	['there was none', [], 'No deployment of checkout is under way.', '`deckwatch deployments checkout`'],
	[
		'it has ended',
		[deployment({ status: 'SUCCESSFUL', finishedAt: NIGHT })],
		'No deployment of checkout is under way.',
		'`deckwatch deployments checkout`',
	],
	[
		'it waits for a function',
		[deployment({ hooks: [pause({ targetType: 'AWS_LAMBDA', status: 'IN_PROGRESS' })] })],
		'The deployment of checkout is not paused (POST_TEST_TRAFFIC_SHIFT).',
		'answers by itself',
	],
	[
		'it goes on',
		[deployment({ hooks: [] })],
		'The deployment of checkout is not paused (POST_TEST_TRAFFIC_SHIFT).',
		'`deckwatch rollback checkout` stops it',
	],
])('is refused when %s', (_, history, refused, instead) => {
	expect(planContinueDeployment(snapshot(...history), {})).toMatchObject({
		refused,
		instead: expect.stringContaining(instead),
	});
});

describe('a lost answer', () => {
	const [going] = planned([deployment()]).changes;
	const [back] = planned([deployment()], { rollback: true }).changes;

	test.each([
		['going on was heard', going, deployment({ hooks: [pause({ status: 'SUCCEEDED' })] }), true],
		['going on was not heard', going, deployment(), false],
		['going back was heard', back, deployment({ status: 'ROLLBACK_REQUESTED' }), true],
		['going back was not heard', back, deployment(), false],
	])('%s', (_, change, after, heard) => {
		if (!change) throw new Error('nothing is planned');
		const before = snapshot(deployment());
		expect(continueDeployment.recover(change, before, snapshot(after))).toEqual(heard ? {} : undefined);
	});
});

test.each([
	['the time of the hook has run out', deployment({ hooks: [pause({ status: 'TIMED_OUT' })] })],
	['the deployment is over, and its hooks are forgotten', deployment({ status: 'SUCCESSFUL', hooks: [] })],
])('a lost answer is neither heard nor unheard where %s', (_, after) => {
	const [change] = planned([deployment()]).changes;
	if (!change) throw new Error('nothing is planned');
	const before = snapshot(deployment());
	expect(() => continueDeployment.recover(change, before, snapshot(after))).toThrow('does not tell');
});

describe('followed', () => {
	async function ends(histories: readonly ServiceDeployment[], input: ContinueDeploymentInput = {}) {
		let looks = 0;
		const following: Following = {
			aws: fakeAws({ serviceDeployments: async () => histories.slice(Math.min(looks++, histories.length - 1)) }),
			now: () => NIGHT,
			wait: async () => {},
			signal: new AbortController().signal,
			until: NIGHT + HOUR,
		};
		const before = snapshot(deployment());
		const steps = continueDeployment.follow(planned([deployment()], input), following, [{}], before);
		const said: unknown[] = [];
		for (;;) {
			// oxlint-disable-next-line no-await-in-loop -- one step after the other
			const step = await steps.next();
			if (step.done) return { said, outcome: step.value };
			said.push(step.value);
		}
	}
	const answered = [pause({ status: 'SUCCEEDED' })];

	test('it goes through its stages to its end', async () => {
		const { said, outcome } = await ends([
			deployment({ hooks: answered, lifecycleStage: 'PRODUCTION_TRAFFIC_SHIFT' }),
			deployment({ hooks: answered, lifecycleStage: 'BAKE_TIME' }),
			deployment({ hooks: answered, status: 'SUCCESSFUL', finishedAt: NIGHT }),
		]);
		expect(said).toEqual(['checkout:43: shifting production traffic', 'checkout:43: baking']);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
	});

	test('it is done, too, when it is paused again', async () => {
		const hooks = [...answered, pause({ hookId: 'ecs-pause-2' })];
		const { outcome } = await ends([deployment({ hooks, lifecycleStage: 'POST_PRODUCTION_TRAFFIC_SHIFT' })]);
		expect(outcome).toMatchObject({
			state: 'done',
			text: 'checkout:43 went on, and is paused again (production traffic shifted).',
		});
	});

	test('it has failed when ECS rolls it back after all', async () => {
		const { outcome } = await ends([
			deployment({ status: 'ROLLBACK_SUCCESSFUL', rollbackReason: 'alarm', finishedAt: NIGHT }),
		]);
		expect(outcome).toEqual({
			state: 'failed',
			text: 'checkout:43 failed, and was rolled back to checkout:42.\nalarm',
		});
	});

	test('it is done when it was to be rolled back, and is', async () => {
		const { outcome } = await ends(
			[
				deployment({ status: 'ROLLBACK_IN_PROGRESS' }),
				deployment({
					status: 'ROLLBACK_SUCCESSFUL',
					finishedAt: NIGHT,
					rollbackTaskDefinition: taskDefinitionArn('checkout', 42),
				}),
			],
			{ rollback: true },
		);
		expect(outcome).toEqual({ state: 'done', text: 'It is rolled back to checkout:42.' });
	});
});
