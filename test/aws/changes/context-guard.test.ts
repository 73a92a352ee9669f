import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/aws/changes/change.ts';
import { deploy } from '../../../src/actions/deploy/deploy.ts';
import { scale } from '../../../src/actions/scale/scale.ts';
import type { Context } from '../../../src/model/context.ts';
import { actingShop } from '../../actions/shop.ts';
import { PROD, REGION } from '../../fixtures/shop.ts';
import { failureOf } from '../failure-of.ts';

const FILE = '/home/ops/.config/deckwatch/config.yaml';
const account = '111122223333';
const live: Context = { name: 'live', account, clusters: ['prod'], readOnly: true };

function shopWith(...contexts: readonly Context[]) {
	return actingShop('calm', { rules: { contexts, file: FILE } });
}

const scaleDown = (cluster: string): Change => ({
	name: 'ecs:UpdateService',
	region: REGION,
	input: { cluster, service: 'cart', desiredCount: 0 },
});

describe('a context that is read-only', () => {
	test('lets nothing of a plan through, the first call included that names no cluster', async () => {
		const shop = shopWith(live);
		const plan = await shop.plan(deploy, 'cart', { tag: '2' });
		expect(plan.changes[0]?.name).toBe('ecs:RegisterTaskDefinition');
		const { outcome } = await shop.carryOut(deploy, plan);
		expect(outcome).toMatchObject({
			state: 'failed',
			text: expect.stringMatching(/\nNothing of cart was changed\.$/u),
			failure: {
				kind: 'read-only',
				message: `This is in the context live (prod, ${REGION}, account ${account}), which ${FILE} makes read-only. ecs:RegisterTaskDefinition was not sent.`,
				next: `Change it with another tool, or take readOnly from the context live in ${FILE}.`,
			},
		});
		expect(shop.sent()).toEqual([]);
	});

	test.each([
		['by its ARN', PROD, PROD],
		['by its name, with the ARN of another', 'prod', PROD.replace('prod', 'staging')],
		['by its name alone', 'prod', ''],
	])('refuses a call that names its cluster %s, whoever calls', async (_, cluster, clusterArn) => {
		const shop = shopWith(live);
		expect(await failureOf(shop.aws.change(scaleDown(cluster), { clusterArn }))).toMatchObject({
			kind: 'read-only',
			undone: true,
		});
		expect(shop.sent()).toEqual([]);
	});

	test.each([
		['another account', { ...live, account: '444455556666' }],
		['another region', { ...live, regions: ['eu-west-1'] }],
		['another cluster', { ...live, clusters: ['staging', 'production'] }],
		['the same place without the rule', { ...live, readOnly: false, protected: true }],
	])('of %s keeps nobody from it', async (_, context) => {
		const shop = shopWith(context);
		const { outcome } = await shop.carryOut(scale, await shop.plan(scale, 'cart', { count: '+1' }));
		expect(outcome).toMatchObject({ state: 'done' });
	});
});

describe('an account that no ARN tells', () => {
	const change = (shop: ReturnType<typeof shopWith>) => shop.aws.change(scaleDown('prod'), { clusterArn: '' });
	const asked = (shop: ReturnType<typeof shopWith>) =>
		shop.drydock.dispatcher.log.calls.map(({ operation }) => operation);

	test('is asked for, and the change is sent where it is another', async () => {
		const shop = shopWith({ ...live, account: '444455556666' });
		await change(shop);
		expect(asked(shop)).toEqual(['GetCallerIdentity', 'UpdateService']);
	});

	test('is not asked for where no context could match', async () => {
		const shop = shopWith({ ...live, clusters: ['staging'] }, { name: 'dev', account });
		await change(shop);
		expect(asked(shop)).toEqual(['UpdateService']);
	});

	test('refuses what may be read-only while it cannot be asked for', async () => {
		const shop = shopWith({ ...live, account: '444455556666' });
		shop.drydock.dispatcher.setFaults([{ operation: 'sts:*', accessDenied: true }]);
		expect(await failureOf(change(shop))).toMatchObject({
			kind: 'read-only',
			message: expect.stringMatching(
				/^This may be in the context live \(prod, ap-northeast-1, an account that could not be asked for\)/u,
			),
		});
		expect(shop.sent()).toEqual([]);
	});
});
