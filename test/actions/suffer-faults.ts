import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/actions/action.ts';
import { changeText } from '../../src/actions/change-text.ts';
import type { Plan } from '../../src/actions/plan.ts';
import { REGISTERED, type ChangeName } from '../../src/aws/changes/change.ts';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import type { ActingShop } from './shop.ts';

const MINUTE = 60_000;

type Suffering<Snapshot, Input> = {
	readonly action: Action<Snapshot, Input>;
	/** A shop, and a plan in it with these calls, one of each operation. */
	readonly open: () => Promise<{ readonly shop: ActingShop; readonly plan: Plan<Input> }>;
	readonly calls: readonly ChangeName[];
	/** Of each call, in order: whether the shop is as it would make it. */
	readonly made?: (shop: ActingShop) => Promise<readonly boolean[]>;
	/** It proves nothing that a call is not seen to have been taken. */
	readonly mayComeLate?: true;
};

type Fault = readonly [name: string, fault: Omit<FaultRule, 'operation'>, code: string];

/** The call is not taken, and that is certain. */
const REFUSED: readonly Fault[] = [
	['is throttled', { throttled: 1 }, 'ThrottlingException'],
	['comes after the credentials expired', { expiredToken: true }, 'ExpiredTokenException'],
	['is not allowed', { accessDenied: true }, 'AccessDeniedException'],
];

/** The call is not taken, and only a look can tell. */
const UNSEEN: readonly Fault[] = [
	['meets a fault of the server', { serverError: 1 }, 'ServiceUnavailable|ServerException'],
	['loses its connection before it arrives', { reset: 1 }, 'ECONNRESET'],
];

/** The call is taken, whatever becomes of the answer. */
const TAKEN: readonly (readonly [name: string, fault: Omit<FaultRule, 'operation'>])[] = [
	['gets an answer that breaks off', { truncated: 1 }],
	['gets no answer', { lost: 1 }],
	['is answered late', { latencyMs: 20 }],
];

/** Every fault, at every call of a plan: each end is a true one, nothing is sent twice, and the rest can be done from there. */
export function sufferFaults<Snapshot, Input>(suffering: Suffering<Snapshot, Input>): void {
	const { action, open, calls, made, mayComeLate = false } = suffering;
	const operations = calls.map((name) => name.replace(/^.*:/u, ''));

	/** Carries the plan out with a fault at one of its calls. */
	async function suffer(index: number, fault: Omit<FaultRule, 'operation'>) {
		const { shop, plan } = await open();
		const earlier = shop.sent().length;
		shop.drydock.dispatcher.setFaults([{ operation: calls[index] ?? '', ...fault }]);
		const { outcome } = await shop.carryOut(action, plan);
		shop.drydock.dispatcher.setFaults([]);
		if (outcome.state === 'outdated') throw new Error('The plan does not hold.');
		return { shop, plan, outcome, sent: shop.sent().slice(earlier) };
	}

	async function expectMade(shop: ActingShop, count: number): Promise<void> {
		expect(await made?.(shop)).toEqual(made && calls.map((_, call) => call < count));
	}

	describe.each([...calls.entries()])(`${action.verb}: when call %i, %s,`, (index, name) => {
		test.each(mayComeLate ? REFUSED : [...REFUSED, ...UNSEEN])(
			'%s, it and those after it are not made, and that is said',
			async (_, fault, code) => {
				const { shop, plan, outcome, sent } = await suffer(index, fault);
				expect(outcome).toMatchObject({
					state: 'failed',
					text: expect.stringMatching(new RegExp(`^${name}: (?:${code}): `, 'u')),
					next: expect.stringMatching(/^[A-Z].*\.$/u),
				});
				expect(lastLine(outcome.text, plan)).toBe(notMade(plan, index));
				expect(sent).toEqual(operations.slice(0, index + 1));
				if (!made) return;
				// Whoever was throttled asks less often for a while.
				shop.drydock.control.step(MINUTE);
				await expectMade(shop, index);
				const rest = await shop.plan(action, plan.subject, plan.input);
				expect(rest.changes.map((change) => change.name)).toEqual(calls.slice(index));
				expect(await shop.carryOut(action, rest)).toMatchObject({ outcome: { state: 'done' } });
				await expectMade(shop, calls.length);
			},
		);

		test.each(mayComeLate ? UNSEEN : [])('%s, it is said to be unknown', async (_, fault) => {
			const { plan, outcome, sent } = await suffer(index, fault);
			expect(outcome).toMatchObject({ state: 'unknown', next: expect.stringMatching(lookFirst(plan)) });
			expect(lastLine(outcome.text, plan)).toBe(mayBeMade(plan, index));
			expect(sent).toEqual(operations.slice(0, index + 1));
		});

		test.each(TAKEN)('%s, it was made, and the rest follows', async (_, fault) => {
			const { shop, outcome, sent } = await suffer(index, fault);
			expect(outcome).toMatchObject({ state: 'done' });
			expect(sent).toEqual(operations);
			await expectMade(shop, calls.length);
		});

		test('gets no answer and nothing can be read, it is said to be unknown', async () => {
			const { shop, plan } = await open();
			let sending = 0;
			const append = async ({ event }: { readonly event: string }) => {
				const isIt = event === 'sending' && sending++ === index;
				if (isIt) shop.drydock.dispatcher.setFaults([{ operation: '*', lost: 1 }]);
			};
			const { outcome } = await shop.carryOut(action, plan, { audit: { append } });
			expect(outcome).toMatchObject({ state: 'unknown', next: expect.stringMatching(lookFirst(plan)) });
			expect('text' in outcome && lastLine(outcome.text, plan)).toBe(mayBeMade(plan, index));
			shop.drydock.dispatcher.setFaults([]);
			await expectMade(shop, index + 1);
		});
	});

	test(`${action.verb}: credentials that expire while ${calls.join(' and ')} is followed are waited for`, async () => {
		const { shop, plan } = await open();
		let said = 0;
		const { progress, outcome } = await shop.carryOut(action, plan, {
			audit: {
				append: async ({ event }) => {
					if (event !== 'answered' || ++said < calls.length) return;
					shop.drydock.dispatcher.setFaults([{ operation: '*', expiredToken: true }]);
				},
			},
			wait: async (ms) => {
				shop.drydock.dispatcher.setFaults([]);
				shop.drydock.control.step(ms);
			},
		});
		expect(outcome).toMatchObject({ state: 'done' });
		expect(progress).toContainEqual({
			kind: 'progress',
			text: expect.stringMatching(/^cannot look \(ExpiredTokenException\), trying again; before that: ./u),
		});
	});
}

/** What is to be said when a call was certainly not made. */
function notMade(plan: Plan, index: number): string {
	if (index === 0) return `Nothing of ${plan.subject.serviceName} was changed.`;
	const texts = plan.changes.map(changeText);
	return `Done: ${texts.slice(0, index).join(', ')}. Not done: ${texts.slice(index).join(', ')}.`;
}

/** What is to be said when a call may have been made. */
function mayBeMade(plan: Plan, index: number): string {
	const texts = plan.changes.map(changeText);
	return [
		...(index === 0 ? [] : [`Done: ${texts.slice(0, index).join(', ')}.`]),
		`May have been done or not: ${texts[index]}.`,
		...(index + 1 < texts.length ? [`Not done: ${texts.slice(index + 1).join(', ')}.`] : []),
	].join(' ');
}

/** The last line, with the revision that was registered named as the plan names it. */
function lastLine(text: string, { changes }: Plan): string {
	const line = text.split('\n').at(-1) ?? '';
	const registers = changes.some(({ name }) => name === 'ecs:RegisterTaskDefinition');
	return registers ? line.replaceAll(/(?<=taskDefinition=)[\w-]+:\d+/gu, REGISTERED) : line;
}

function lookFirst({ subject }: Plan): RegExp {
	return new RegExp(`^Look at ${subject.serviceName} before you try again\\.`, 'u');
}
