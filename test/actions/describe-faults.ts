import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/actions/action.ts';
import { changeText } from '../../src/actions/change-text.ts';
import type { Plan } from '../../src/actions/plan.ts';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import { type ActingShop, actingShop } from './shop.ts';

const MINUTE = 60_000;

type Subject<Snapshot, Input> = {
	readonly action: Action<Snapshot, Input>;
	readonly service: string;
	/** What is planned with it has one call of each operation. */
	readonly input: Input;
	/** Of each call of the plan, in order: whether the shop is as it would make it. */
	readonly made: (shop: ActingShop) => Promise<readonly boolean[]>;
	readonly length: number;
};

type Fault = Omit<FaultRule, 'operation'>;

/** The call is not taken, and that is certain. */
const REFUSED: readonly (readonly [name: string, fault: Fault, code: string])[] = [
	['is throttled', { throttled: 1 }, 'ThrottlingException'],
	['meets a fault of the server', { serverError: 1 }, 'ServiceUnavailable|ServerException'],
	['loses its connection before it arrives', { reset: 1 }, 'ECONNRESET'],
	['comes after the credentials expired', { expiredToken: true }, 'ExpiredTokenException'],
	['is not allowed', { accessDenied: true }, 'AccessDeniedException'],
];

/** The call is taken, whatever becomes of the answer. */
const TAKEN: readonly (readonly [name: string, fault: Fault])[] = [
	['gets an answer that breaks off', { truncated: 1 }],
	['gets no answer', { lost: 1 }],
	['is answered late', { latencyMs: 20 }],
];

/** Every fault, at every call of a plan: what is said of the end is so, and the rest can be done from there. */
export function describeFaults<Snapshot, Input>(subject: Subject<Snapshot, Input>): void {
	const { action, service, input, made, length } = subject;
	const calls = Array.from({ length }, (_, index) => index);
	const operationsOf = ({ changes }: Plan<Input>) => changes.map(({ name }) => name.replace(/^.*:/u, ''));
	const before = (index: number) => calls.map((call) => call < index);
	const all = calls.map(() => true);

	async function suffer(shop: ActingShop, index: number, fault: Fault) {
		const plan = await shop.plan(action, service, input);
		const { name } = plan.changes[index] ?? {};
		if (name === undefined) throw new Error(`The plan has no call ${index}.`);
		shop.drydock.dispatcher.setFaults([{ operation: name, ...fault }]);
		const { outcome } = await shop.carryOut(action, plan);
		shop.drydock.dispatcher.setFaults([]);
		return { plan, outcome, next: 'next' in outcome ? outcome.next : undefined };
	}

	describe.each(calls)(`${action.verb}: when call %i`, (index) => {
		test.each(REFUSED)('%s, it and those after it are not made, and that is said', async (_, fault, code) => {
			const shop = actingShop();
			const { plan, outcome, next } = await suffer(shop, index, fault);
			const texts = plan.changes.map(changeText);
			const told =
				index === 0
					? `Nothing of ${service} was changed.`
					: `Done: ${texts.slice(0, index).join(', ')}. Not done: ${texts.slice(index).join(', ')}.`;
			expect(outcome).toMatchObject({
				state: 'failed',
				text: expect.stringMatching(new RegExp(`^${plan.changes[index]?.name}: (?:${code}): `, 'u')),
			});
			expect('text' in outcome && outcome.text.split('\n').at(-1)).toBe(told);
			expect(next).toMatch(/^[A-Z].*\.$/u);
			expect(shop.sent()).toEqual(operationsOf(plan).slice(0, index + 1));
			// Whoever was throttled asks less often for a while.
			shop.drydock.control.step(MINUTE);
			expect(await made(shop)).toEqual(before(index));
			const rest = await shop.plan(action, service, input);
			expect(operationsOf(rest)).toEqual(operationsOf(plan).slice(index));
			expect(await shop.carryOut(action, rest)).toMatchObject({ outcome: { state: 'done' } });
			expect(await made(shop)).toEqual(all);
		});

		test.each(TAKEN)('%s, it was made, and the rest follows', async (_, fault) => {
			const shop = actingShop();
			const { plan, outcome } = await suffer(shop, index, fault);
			expect(outcome).toMatchObject({ state: 'done' });
			expect(shop.sent()).toEqual(operationsOf(plan));
			expect(await made(shop)).toEqual(all);
		});

		test('gets no answer and nothing can be read, it is said to be unknown', async () => {
			const shop = actingShop();
			const plan = await shop.plan(action, service, input);
			const texts = plan.changes.map(changeText);
			let sending = 0;
			const append = async ({ event }: { readonly event: string }) => {
				const isIt = event === 'sending' && sending++ === index;
				if (isIt) shop.drydock.dispatcher.setFaults([{ operation: '*', lost: 1 }]);
			};
			const { outcome } = await shop.carryOut(action, plan, { audit: { append } });
			const parts = [
				...(index === 0 ? [] : [`Done: ${texts.slice(0, index).join(', ')}.`]),
				`May have been done or not: ${texts[index]}.`,
				...(index + 1 < texts.length ? [`Not done: ${texts.slice(index + 1).join(', ')}.`] : []),
			];
			expect(outcome).toMatchObject({
				state: 'unknown',
				next: expect.stringMatching(new RegExp(`^Look at ${service} before you try again\\.`, 'u')),
			});
			expect('text' in outcome && outcome.text.split('\n').at(-1)).toBe(parts.join(' '));
			expect(await made(shop).catch(() => 'unread')).toBe('unread');
			shop.drydock.dispatcher.setFaults([]);
			expect(await made(shop)).toEqual(before(index + 1));
		});
	});
}
