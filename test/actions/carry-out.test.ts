import { describe, expect, test } from 'vitest';
import { scale } from '../../src/actions/scale/scale.ts';
import { actingShop } from './shop.ts';

const WORDS = ['sending', 'made', 'progress'] as const;

describe('a plan that is carried out', () => {
	test('is sent once, followed until the tasks run, and written down', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		const { progress, outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toEqual({ state: 'done', text: 'checkout runs 6 of 6 tasks.' });
		expect(shop.sent()).toEqual(['UpdateService']);
		expect(progress.map(({ kind }) => kind).slice(0, 3)).toEqual(WORDS);
		expect(progress).toContainEqual({ kind: 'progress', text: '4 of 6 running, 2 pending' });
		expect(shop.audit.map(({ event }) => event)).toEqual(['planned', 'sending', 'answered', 'ended']);
		expect(shop.audit[2]).toMatchObject({
			id: 'action-1',
			verb: 'scale',
			account: '111122223333',
			region: 'ap-northeast-1',
			clusterName: 'prod',
			serviceName: 'checkout',
			identity: expect.stringMatching(/^arn:aws:sts::/u),
			state: 'made',
			requestId: expect.stringMatching(/^[\da-f-]{36}$/u),
		});
	});

	test('is undone by what it says', async () => {
		const shop = actingShop();
		const there = await shop.plan(scale, 'search', { count: '9', moveBound: true });
		await shop.carryOut(scale, there);
		expect(shop.sent()).toEqual(['RegisterScalableTarget', 'UpdateService']);
		if (!there.undo) throw new Error('no way back');
		const back = await shop.plan(scale, 'search', there.undo);
		expect(await shop.carryOut(scale, back)).toMatchObject({ outcome: { state: 'done' } });
		const undone = await shop.plan(scale, 'search', { count: '9', moveBound: true });
		expect(undone.differences).toEqual(there.differences);
	});

	test('is not sent when what it stands on has moved: the new plan is shown instead', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '+2' });
		await shop.carryOut(scale, await shop.plan(scale, 'checkout', { count: '5' }));
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({
			state: 'outdated',
			now: { differences: [{ what: 'Desired count', before: '5', after: '7' }] },
		});
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test('ends with the time, and says how far it came', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		const { outcome } = await shop.carryOut(scale, plan, { until: shop.hands.now() });
		expect(outcome).toMatchObject({
			state: 'timed-out',
			text: expect.stringMatching(/^The desired count of checkout is 6, but the time is up: 4 of 6 running/u),
		});
	});

	test('that is left goes on in AWS, and says how far it was', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		const leave = new AbortController();
		const wait = async () => leave.abort();
		const { outcome } = await shop.carryOut(scale, plan, { signal: leave.signal, wait });
		expect(outcome).toMatchObject({
			state: 'left',
			text: expect.stringMatching(/4 of 6 running.* when it was left\.$/u),
		});
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test('that somebody else takes back has failed, and says so', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		let meddled = false;
		const { outcome } = await shop.carryOut(scale, plan, {
			wait: async () => {
				if (meddled) return;
				meddled = true;
				const { serviceArn, clusterArn, region } = plan.subject;
				const input = { cluster: clusterArn, service: serviceArn, desiredCount: 3 };
				await shop.aws.change({ name: 'ecs:UpdateService', region, input }, plan.subject);
			},
		});
		expect(outcome).toMatchObject({ state: 'failed', text: expect.stringContaining('set to 6, and then to 3') });
	});
});

describe('when AWS does not take a change', () => {
	test('a change that was throttled is not sent again by itself, and says so', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', throttled: 1 }]);
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({ next: 'It is not sent again by itself: repeat it in a minute.' });
	});

	test('a permission that is missing for the second of two calls says what was done and what not', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'search', { count: '9', moveBound: true });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', accessDenied: true }]);
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				/^ecs:UpdateService: AccessDeniedException: .*\nDone: application-autoscaling:RegisterScalableTarget\(MaxCapacity=9\)\. Not done: ecs:UpdateService\(desiredCount=9\)\.$/u,
			),
			next: expect.stringContaining('ecs:UpdateService'),
		});
		expect(shop.sent()).toEqual(['RegisterScalableTarget', 'UpdateService']);
		expect(shop.audit.at(-1)).toMatchObject({ event: 'ended', outcome: { state: 'failed' } });
	});

	test.each([
		['throttled', { throttled: 1 }, 'ThrottlingException'],
		['credentials that expired', { expiredToken: true }, 'ExpiredTokenException'],
	])('%s: it is not repeated, and nothing was changed', async (_, fault, code) => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', ...fault }]);
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(
				new RegExp(`^ecs:UpdateService: ${code}: [^]*\nNothing of checkout was changed\\.$`, 'u'),
			),
		});
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test.each([
		['a fault of the server', { serverError: 1 }],
		['a connection that breaks before the call arrives', { reset: 1 }],
	])('%s: it is looked whether it was made; it was not', async (_, fault) => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', ...fault }]);
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(/\nNothing of checkout was changed\.$/u),
		});
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test('an answer that breaks off: it is looked whether it was made; it was, and it goes on', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', truncated: 1 }]);
		const { outcome } = await shop.carryOut(scale, plan);
		expect(outcome).toMatchObject({ state: 'done' });
		expect(shop.sent()).toEqual(['UpdateService']);
	});

	test('an answer that is lost, and nothing can be read: it is unknown, and says so', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		const { outcome } = await shop.carryOut(scale, plan, {
			audit: {
				append: async ({ event }) => {
					if (event === 'sending') shop.drydock.dispatcher.setFaults([{ operation: 'ecs:*', truncated: 1 }]);
				},
			},
		});
		expect(outcome).toMatchObject({
			state: 'unknown',
			text: expect.stringMatching(/\nMay have been done or not: ecs:UpdateService\(desiredCount=6\)\.$/u),
			next: expect.stringMatching(/^Look at checkout before you try again\./u),
		});
	});

	test('faults while it is followed are waited out', async () => {
		const shop = actingShop();
		const plan = await shop.plan(scale, 'checkout', { count: '6' });
		let looks = 0;
		const { progress, outcome } = await shop.carryOut(scale, plan, {
			wait: async (ms) => {
				looks++;
				const fault = looks === 1 ? [{ operation: 'ecs:DescribeServices', expiredToken: true }] : [];
				shop.drydock.dispatcher.setFaults(fault);
				shop.drydock.control.step(ms);
			},
		});
		expect(outcome).toMatchObject({ state: 'done' });
		expect(progress).toContainEqual({
			kind: 'progress',
			text: expect.stringMatching(/^cannot look \(ExpiredTokenException\), trying again; before that: 4 of 6/u),
		});
	});
});

test('a read-only client refuses, whoever calls', async () => {
	const shop = actingShop('calm', { readOnly: true });
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	const { outcome } = await shop.carryOut(scale, plan);
	expect(outcome).toMatchObject({ state: 'failed', failure: { kind: 'read-only' } });
	expect(shop.sent()).toEqual([]);
});

test('nothing is sent when it cannot be written down', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	const append = () => Promise.reject(new Error('the disk is full'));
	await expect(shop.carryOut(scale, plan, { audit: { append } })).rejects.toThrow('the disk is full');
	expect(shop.sent()).toEqual([]);
});

test('a log that can no longer be written does not hide what was done', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	const { outcome } = await shop.carryOut(scale, plan, {
		audit: {
			append: async ({ event }) => (event === 'answered' ? Promise.reject(new Error('the disk is full')) : undefined),
		},
	});
	expect(outcome).toEqual({
		state: 'done',
		text: 'checkout runs 6 of 6 tasks.\nThe audit log has a gap: the disk is full',
	});
});

test('a change that never left, for want of credentials, has certainly not happened', async () => {
	const shop = actingShop();
	const { createAws } = await import('../../src/aws/create-aws.ts');
	const aws = createAws({
		credentials: () => Promise.reject(Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' })),
		clock: { now: () => 0 },
		readOnly: false,
	});
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	const hands = { aws: { ...shop.aws, change: aws.change } };
	const { outcome } = await shop.carryOut(scale, plan, hands);
	expect(outcome).toMatchObject({
		state: 'failed',
		text: expect.stringMatching(/\nNothing of checkout was changed\.$/u),
	});
});
