import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/actions/action.ts';
import type { Plan } from '../../src/actions/plan.ts';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import type { ActingShop } from './shop.ts';

type Suffering<Snapshot, Input> = {
	readonly action: Action<Snapshot, Input>;
	/** A shop, and a plan in it, of which `operation` is the first call. */
	readonly open: () => Promise<{ readonly shop: ActingShop; readonly plan: Plan<Input> }>;
	/** `StopTask` */
	readonly operation: string;
	/** What is said of a call that may have been taken, and is not seen to have been; default: that it was not. */
	readonly unseen?: 'failed' | 'unknown';
};

type Fault = readonly [name: string, fault: Omit<FaultRule, 'operation'>];

const REFUSED: readonly Fault[] = [
	['a throttle', { throttled: 1 }],
	['credentials that expired', { expiredToken: true }],
	['a missing permission', { accessDenied: true }],
];

/** The call may have been taken, and was not. */
const UNSEEN: readonly Fault[] = [
	['a fault of the server', { serverError: 1 }],
	['a connection that breaks before it arrives', { reset: 1 }],
];

/** Lets the first call of an action, and what follows it, meet every fault of drydock: each end is a true one, and nothing is sent twice. */
export function sufferFaults<Snapshot, Input>({
	action,
	open,
	operation,
	unseen = 'failed',
}: Suffering<Snapshot, Input>): void {
	const called = `ecs:${operation}`;
	const timesSent = (shop: ActingShop) => shop.sent().filter((each) => each === operation).length;
	const begin = async () => {
		const opened = await open();
		return { ...opened, earlier: timesSent(opened.shop) };
	};

	describe(`${called} that meets`, () => {
		const failing = unseen === 'failed' ? [...REFUSED, ...UNSEEN] : REFUSED;
		test.each(failing)('%s is sent once, and says that nothing was changed', async (_, fault) => {
			const { shop, plan, earlier } = await begin();
			shop.drydock.dispatcher.setFaults([{ operation: called, ...fault }]);
			const { outcome } = await shop.carryOut(action, plan);
			expect(outcome).toMatchObject({
				state: 'failed',
				text: expect.stringMatching(
					new RegExp(`^${called}: [^]*\nNothing of ${plan.subject.serviceName} was changed\\.$`, 'u'),
				),
				next: expect.stringMatching(/./u),
			});
			expect(timesSent(shop) - earlier).toBe(1);
		});

		test.skipIf(unseen === 'failed').each(UNSEEN)('%s is sent once, and is unknown', async (_, fault) => {
			const { shop, plan, earlier } = await begin();
			shop.drydock.dispatcher.setFaults([{ operation: called, ...fault }]);
			const { outcome } = await shop.carryOut(action, plan);
			expect(outcome).toMatchObject({
				state: 'unknown',
				text: expect.stringMatching(new RegExp(`\nMay have been done or not: ${called}\\(`, 'u')),
			});
			expect(timesSent(shop) - earlier).toBe(1);
		});

		test.each([
			['an answer that breaks off', { truncated: 1 }],
			['an answer that is lost', { lost: 1 }],
		])('%s is sent once, found again, and goes on to its end', async (_, fault) => {
			const { shop, plan, earlier } = await begin();
			shop.drydock.dispatcher.setFaults([{ operation: called, ...fault }]);
			const { outcome } = await shop.carryOut(action, plan);
			expect(outcome).toMatchObject({ state: 'done' });
			expect(timesSent(shop) - earlier).toBe(plan.changes.filter(({ name }) => name === called).length);
		});

		test('a lost answer, after which nothing can be read, is unknown, and says so', async () => {
			const { shop, plan, earlier } = await begin();
			const append = async ({ event }: { readonly event: string }) => {
				if (event === 'sending') shop.drydock.dispatcher.setFaults([{ operation: '*', lost: 1 }]);
			};
			const { outcome } = await shop.carryOut(action, plan, { audit: { append } });
			expect(outcome).toMatchObject({
				state: 'unknown',
				text: expect.stringMatching(new RegExp(`\nMay have been done or not: ${called}\\(`, 'u')),
				next: expect.stringMatching(new RegExp(`^Look at ${plan.subject.serviceName} before you try again\\.`, 'u')),
			});
			expect(timesSent(shop) - earlier).toBe(1);
		});

		test('credentials that expire while it is followed waits for new ones', async () => {
			const { shop, plan } = await begin();
			let looks = 0;
			const { progress, outcome } = await shop.carryOut(action, plan, {
				wait: async (ms) => {
					looks++;
					shop.drydock.dispatcher.setFaults(looks === 1 ? [{ operation: '*', expiredToken: true }] : []);
					shop.drydock.control.step(ms);
				},
			});
			expect(outcome).toMatchObject({ state: 'done' });
			expect(progress).toContainEqual({
				kind: 'progress',
				text: expect.stringMatching(/^cannot look \(ExpiredTokenException\), trying again; before that: ./u),
			});
		});
	});
}
