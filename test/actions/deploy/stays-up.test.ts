import { expect, test } from 'vitest';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { rescue } from '../../../src/actions/deploy/rescue.ts';
import type { Outcome } from '../../../src/actions/outcome.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { actingShop, type ActingShop } from '../shop.ts';

const MINUTE = 60_000;

/** A worker without checks: to ECS, a task that has started is a good one. */
function workshop(): ActingShop {
	const yaml = `
description: A worker.
clusters: [{ name: prod, region: ap-northeast-1 }]
services: [{ name: worker, tasks: 2, revision: 1, circuitBreaker: 'off' }]
behaviours: { 'worker:2': { exit: { after: 50, code: 1 } } }
`;
	return actingShop(readScenario(yaml, 'test.yaml'));
}

async function deployed(shop: ActingShop, tag: string, onWait: () => void = () => {}, minutes = 10) {
	const plan = await shop.plan(deploy, 'worker', { tag });
	const { progress, outcome } = await shop.carryOut(deploy, plan, {
		until: shop.hands.now() + minutes * MINUTE,
		wait: async (ms) => {
			onWait();
			shop.drydock.control.step(ms);
		},
	});
	const texts = progress.flatMap((step) => (step.kind === 'progress' ? [step.text] : []));
	return { plan, texts, outcome: outcome as Outcome };
}

const statusIn = async (shop: ActingShop) => {
	const { serviceArn, clusterArn } = await shop.subject('worker');
	return (await shop.aws.serviceDeployments(serviceArn, clusterArn))[0]?.status;
};

test('tasks that end again and again have failed, though ECS calls their deployment successful', async () => {
	const shop = workshop();
	const { plan, texts, outcome } = await deployed(shop, '2');
	expect(await statusIn(shop)).toBe('SUCCESSFUL');
	expect(texts).toContainEqual(expect.stringMatching(/^ECS calls it done · :2 \d of 2 running.* stopped: exit 1$/u));
	expect(outcome).toMatchObject({
		state: 'failed',
		text: expect.stringMatching(
			/^ECS calls the deployment of worker:2 done, but its tasks do not stay up: \d have ended, \d run\.\nIts newest stopped task, /u,
		),
	});

	const steps = rescue(plan, outcome, { ...shop.hands, id: 'action-2', until: shop.hands.now() + 10 * MINUTE });
	let end = await steps.next();
	// oxlint-disable-next-line no-await-in-loop -- one step after the other
	while (!end.done) end = await steps.next();
	expect(end.value).toEqual({ state: 'done', text: 'worker runs worker:1.' });
});

test('when the time is up before that is sure, it says how it stands, and brings nothing back', async () => {
	const { outcome } = await deployed(workshop(), '2', undefined, 2.5);
	expect(outcome).toMatchObject({
		state: 'timed-out',
		text: expect.stringMatching(/but the time is up: ECS calls it done · .* stopped: exit 1\./u),
	});
	expect(outcome.stuck).toBeUndefined();
});

test('tasks that end once are replaced, and when those run longer it has succeeded', async () => {
	const shop = workshop();
	const { tasks, behaviours } = shop.drydock.world;
	const { texts, outcome } = await deployed(shop, '2', () => {
		const ended = [...tasks.values()].some(({ stopCode }) => stopCode === 'EssentialContainerExited');
		if (ended) behaviours.delete('worker:2');
	});
	expect(texts).toContainEqual(expect.stringMatching(/^ECS calls it done · :2 2 of 2 running.* · 2 stopped: exit 1$/u));
	expect(outcome).toEqual({ state: 'done', text: 'worker runs worker:2.' });
});
