import { expect, test } from 'vitest';
import { scale } from '../../../src/actions/scale/scale.ts';
import type { Service } from '../../../src/model/service.ts';
import { actingShop } from '../shop.ts';

/** Scales checkout from 4 to 6 tasks, while AWS shows the service with these changes from the first look on. */
async function follow(shownAs: (look: number, service: Service) => readonly Service[]) {
	const shop = actingShop();
	const plan = await shop.plan(scale, 'checkout', { count: '6' });
	let looks = 0;
	const aws = {
		...shop.aws,
		describeServices: async (...args: Parameters<typeof shop.aws.describeServices>) => {
			const found = await shop.aws.describeServices(...args);
			// What is read before the change is as it is.
			return shop.sent().length === 0 ? found : found.flatMap((service) => shownAs(++looks, service));
		},
	};
	return await shop.carryOut(scale, plan, { aws });
}

test('a count that AWS shows late is waited for, and not put down to somebody else', async () => {
	const { outcome, progress } = await follow((look, service) => [look > 2 ? service : { ...service, desiredCount: 4 }]);
	expect(outcome).toEqual({ state: 'done', text: 'checkout runs 6 of 6 tasks.' });
	expect(progress).toContainEqual({ kind: 'progress', text: 'AWS still shows a desired count of 4' });
});

test('a count that goes back to the old one has been taken back', async () => {
	const { outcome } = await follow((look, service) => [look === 1 ? service : { ...service, desiredCount: 4 }]);
	expect(outcome).toMatchObject({ state: 'failed', text: expect.stringContaining('set to 6, and then to 4') });
});

test('an old count that stays has been taken back, too', async () => {
	const { outcome } = await follow((_, service) => [{ ...service, desiredCount: 4 }]);
	expect(outcome).toMatchObject({ state: 'failed', text: expect.stringContaining('set to 6, and then to 4') });
});

test.each([
	['is on its way out', (service: Service) => [{ ...service, status: 'DRAINING', desiredCount: 0 }], 'DRAINING'],
	['is gone', () => [], 'deleted'],
])('of a service that %s nobody else is blamed', async (_, shown, word) => {
	const { outcome } = await follow((_look, service) => shown(service));
	expect(outcome).toMatchObject({ state: 'failed', text: expect.stringContaining(word) });
	expect(outcome).toMatchObject({ text: expect.not.stringContaining('somebody else') });
});
