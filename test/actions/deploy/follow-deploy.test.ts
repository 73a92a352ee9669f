import { describe, expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import type { Outcome } from '../../../src/actions/outcome.ts';
import type { Progress } from '../../../src/actions/carry-out.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const START = ['RegisterTaskDefinition', 'UpdateService'];

/** Deploys checkout; `meanwhile` is called at each wait with how many there were before it. */
async function deployed(shop: ActingShop, meanwhile: (wait: number) => Promise<void> | void = () => {}, tag = '2') {
	const plan = await shop.plan(deploy, 'checkout', { tag });
	let waits = 0;
	const { progress, outcome } = await shop.carryOut(deploy, plan, {
		wait: async (ms) => {
			await meanwhile(waits++);
			shop.drydock.control.step(ms);
		},
	});
	return { progress, outcome: outcome as Outcome, texts: progress.flatMap(textsOf) };
}

const textsOf = (step: Progress) => (step.kind === 'progress' ? [step.text] : []);

describe('while a deployment is followed', () => {
	test('it is told in lines, and in the numbers behind them', async () => {
		const { progress } = await deployed(actingShop());
		const rollouts = progress.flatMap((step) => ('rollout' in step && step.rollout ? [step.rollout] : []));
		expect(rollouts[0]).toMatchObject({
			revisions: [
				{ taskDefinition: expect.stringMatching(/checkout:43$/u), isNew: true, desired: 4, running: 0, healthy: 0 },
				{ taskDefinition: expect.stringMatching(/checkout:42$/u), isNew: false, running: 4, healthy: 4 },
			],
			failures: { count: 0, threshold: 3, reasons: [] },
			moments: [{ text: 'started' }],
		});
		expect(rollouts.at(-1)?.moments.map(({ text }) => text)).toEqual([
			'started',
			'first task running',
			'first task healthy',
		]);
	});

	test('tasks that fail are counted against the circuit breaker, by why they fail', async () => {
		const shop = actingShop('bad-deploy');
		shop.drydock.control.step(120_000);
		const { texts, progress } = await deployed(shop, undefined, '43');
		expect(texts).toContainEqual(
			expect.stringMatching(/ · \d stopped: exit 1 · 2 of 3 failures that trip the circuit breaker$/u),
		);
		const failures = progress.flatMap((step) => ('rollout' in step && step.rollout ? [step.rollout.failures] : []));
		expect(failures).toContainEqual({
			count: 2,
			threshold: 3,
			reasons: [{ text: 'exit 1', count: 1, newestTaskArn: expect.stringContaining(':task/prod/') }],
		});
	});

	test('images that are not there are why no task starts', async () => {
		const shop = actingShop('bad-image');
		const plan = await shop.plan(deploy, 'checkout', { force: true });
		const forced = await shop.carryOut(deploy, plan, { until: shop.hands.now() + 180_000 });
		expect(forced.outcome).toMatchObject({
			state: 'timed-out',
			stuck: expect.stringMatching(/^ecs-svc\//u),
			text: expect.stringMatching(
				/Its newest stopped task, [\da-f]{6}: CannotPullContainerError: .*checkout:44: not found/u,
			),
		});
	});
});

describe('what goes wrong while it is followed', () => {
	const LOOKS = [
		'ecs:DescribeServices',
		'ecs:ListServiceDeployments',
		'ecs:DescribeServiceDeployments',
		'ecs:DescribeServiceRevisions',
		'ecs:ListTasks',
		'ecs:DescribeTasks',
		'elasticloadbalancing:DescribeTargetHealth',
	];
	const CASES = [
		...LOOKS.flatMap((operation) => [
			{ operation, expiredToken: true },
			{ operation, accessDenied: true },
		]),
		...['ecs:DescribeServices', 'ecs:ListServiceDeployments'].flatMap((operation) => [
			{ operation, serverError: 1 },
			{ operation, reset: 1 },
			{ operation, truncated: 1 },
		]),
		{ operation: 'ecs:DescribeServices', throttled: 1 },
	];

	test.each(
		CASES.map(({ operation, ...fault }) => [operation, Object.keys(fault)[0], { operation, ...fault }] as const),
	)('%s with %s for a while: it is waited out, the end is true, and nothing is sent twice', async (_, __, fault) => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) =>
			shop.drydock.dispatcher.setFaults(wait === 2 || wait === 3 ? [fault] : []),
		);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
		expect(shop.sent()).toEqual(START);
	});

	test('credentials that expire in the middle, for good: it says that it cannot be seen, and how to see it', async () => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => {
			if (wait === 2) shop.drydock.dispatcher.setFaults([{ operation: '*', expiredToken: true }]);
		});
		expect(outcome).toMatchObject({
			state: 'unknown',
			text: expect.stringMatching(/^AWS has taken the deployment of checkout, but what became of it cannot be seen: /u),
			next: expect.stringMatching(
				/^Get new credentials: .* Then `deckwatch deployments checkout` shows how it goes on\.$/u,
			),
			stuck: expect.stringMatching(/^ecs-svc\//u),
		});
		expect(shop.sent()).toEqual(START);
	});

	test('no permission for service deployments and tasks: the service itself tells how it ended', async () => {
		const shop = actingShop();
		const denied = ['ecs:ListServiceDeployments', 'ecs:ListTasks', 'elasticloadbalancing:DescribeTargetHealth'];
		shop.drydock.dispatcher.setFaults(denied.map((operation) => ({ operation, accessDenied: true })));
		const { outcome, texts } = await deployed(shop);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
		expect(texts).toContainEqual(expect.stringMatching(/^:43 \d of 4 running, \d pending · :42 4 running$/u));
	});

	test('no permission for service deployments, and it fails: that it was rolled back is told all the same', async () => {
		const shop = actingShop('bad-deploy');
		shop.drydock.control.step(120_000);
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:ListServiceDeployments', accessDenied: true }]);
		const { outcome } = await deployed(shop, undefined, '43');
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/^checkout:\d+ failed, and was rolled back to checkout:42\.\nIts newest stopped task/u,
			),
		});
	});
});

describe('what others do while it is followed', () => {
	const change = async (shop: ActingShop, input: object) => {
		const { region, clusterArn, serviceArn } = await shop.subject('checkout');
		await shop.aws.change(
			{
				name: 'ecs:UpdateService',
				region,
				input: { cluster: clusterArn, service: serviceArn, ...input },
			},
			{ clusterArn },
		);
	};

	test.each([
		['another revision', { taskDefinition: 'checkout:41' }, 'checkout:41'],
		['the same revision once more', { forceNewDeployment: true }, 'checkout:43'],
	])('somebody deploys %s: ours has failed, and is not to be rolled back', async (_, input, other) => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => (wait === 3 ? change(shop, input) : undefined));
		expect(outcome.text).toMatch(new RegExp(`^Another deployment, of ${other}, took the place of checkout:43\\.`, 'u'));
		expect(outcome.state).toBe('failed');
		expect(outcome.stuck).toBeUndefined();
	});

	test('somebody deploys, and service deployments may not be looked at', async () => {
		const shop = actingShop();
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:ListServiceDeployments', accessDenied: true }]);
		const { outcome } = await deployed(shop, (wait) =>
			wait === 3 ? change(shop, { taskDefinition: 'checkout:41' }) : undefined,
		);
		expect(outcome.text).toMatch(/^Another deployment, of checkout:41, took the place of checkout:43\./u);
	});

	test('somebody scales it: it goes on', async () => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => (wait === 3 ? change(shop, { desiredCount: 6 }) : undefined));
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
	});

	test('the revision is deregistered: what runs goes on', async () => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => {
			const registered = [...shop.drydock.world.taskDefinitions.values()].find(
				({ family, revision }) => family === 'checkout' && revision === 43,
			);
			if (wait === 3 && registered) registered.status = 'INACTIVE';
		});
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs checkout:43.' });
	});

	test('the service is deleted', async () => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => {
			const service = [...shop.drydock.world.services.values()].find(({ serviceName }) => serviceName === 'checkout');
			if (wait === 3 && service) service.status = 'DRAINING';
		});
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/^checkout is being deleted \(DRAINING\): checkout:43 is not deployed any further\./u,
			),
		});
	});

	test('the service is gone altogether', async () => {
		const shop = actingShop();
		const { outcome } = await deployed(shop, (wait) => {
			const { services } = shop.drydock.world;
			const arn = [...services.keys()].find((one) => one.endsWith('/checkout'));
			if (wait === 3 && arn !== undefined) services.delete(arn);
		});
		expect(outcome.text).toMatch(/^The service is gone: it was deleted while checkout:43 was deployed\./u);
		expect(outcome.stuck).toBeUndefined();
	});
});
