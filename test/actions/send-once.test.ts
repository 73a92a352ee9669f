import { expect, test } from 'vitest';
import { deploy } from '../../src/actions/deploy/deploy.ts';
import type { Plan } from '../../src/actions/plan.ts';
import { scale } from '../../src/actions/scale/scale.ts';
import { type ActingShop, actingShop } from './shop.ts';

const UNKNOWN = { state: 'unknown', text: expect.stringContaining('\nMay have been done or not: ecs:UpdateService(') };

/** Waits as the shop does, but the first time somebody else changes the service. */
function meddling(shop: ActingShop, { subject }: Pick<Plan, 'subject'>, input: object): (ms: number) => Promise<void> {
	let isDone = false;
	return async (ms) => {
		shop.drydock.control.step(ms);
		if (isDone) return;
		isDone = true;
		shop.drydock.dispatcher.setFaults([]);
		const { clusterArn: cluster, serviceArn: service, region } = subject;
		await shop.aws.change({ name: 'ecs:UpdateService', region, input: { cluster, service, ...input } }, subject);
	};
}

test('whoever leaves does not wait for what may be seen late: a change that is not seen by then is unknown', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', reset: 1 }]);
	const leave = new AbortController();
	const wait = async () => leave.abort();
	const { outcome } = await shop.carryOut(scale, plan, { signal: leave.signal, wait });
	expect(outcome).toMatchObject(UNKNOWN);
});

test('a count that is neither the old nor the new one does not tell whether a lost change was made', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', lost: 1 }]);
	const { outcome } = await shop.carryOut(scale, plan, { wait: meddling(shop, plan, { desiredCount: 5 }) });
	expect(outcome).toMatchObject(UNKNOWN);
});

test('a change that ECS shows late is found all the same', async () => {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', lost: 1 }]);
	const since = shop.hands.now();
	const aws = {
		...shop.aws,
		describeServices: async (...args: Parameters<typeof shop.aws.describeServices>) => {
			const found = await shop.aws.describeServices(...args);
			return shop.hands.now() - since < 20_000 ? found.map((one) => ({ ...one, desiredCount: 4 })) : found;
		},
	};
	expect(await shop.carryOut(scale, plan, { aws })).toMatchObject({ outcome: { state: 'done' } });
});

test('a lost deployment is known again below one that somebody else has begun on top of it', async () => {
	const shop = actingShop();
	const plan = await shop.plan(deploy, 'checkout', { force: true });
	shop.drydock.dispatcher.setFaults([{ operation: 'ecs:UpdateService', lost: 1 }]);
	const other = await shop.aws.change(
		{
			name: 'ecs:RegisterTaskDefinition',
			region: plan.subject.region,
			input: { ...(await registrationOf(shop, plan)), cpu: '1024', memory: '2048' },
		},
		plan.subject,
	);
	const wait = meddling(shop, plan, { taskDefinition: other.taskDefinitionArn });
	const { outcome } = await shop.carryOut(deploy, plan, { wait });
	expect(outcome).toMatchObject({ state: 'failed', text: expect.stringMatching(/^Another deployment, of checkout:/u) });
});

async function registrationOf(shop: ActingShop, { subject }: Pick<Plan, 'subject'>) {
	const { registration } = await import('../../src/model/editable-task-definition.ts');
	const [service] = await shop.aws.describeServices(subject.clusterArn, [subject.serviceArn]);
	return registration(await shop.aws.editableTaskDefinition(service?.taskDefinition ?? '', subject.region));
}
