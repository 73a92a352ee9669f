import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../../src/actions/plan.ts';
import type { ActionRequest } from '../../../src/views/actions/action-request.ts';
import { titleOf } from '../../../src/views/actions/action-request.ts';
import { valueOf, type Values } from '../../../src/views/actions/field.ts';
import { formFor } from '../../../src/views/actions/form-for.ts';
import type { Draft } from '../../../src/views/actions/form.ts';
import { actingShop, type ActingShop } from '../../actions/shop.ts';

const TOKEN = '7f2d6c1e-0000-4000-8000-000000000001';

async function opened(request: ActionRequest, service = 'cart', shop: ActingShop = actingShop()): Promise<Draft> {
	return await formFor(request, TOKEN).open(shop.aws, await shop.subject(service), new AbortController().signal);
}

/** Fields as they begin: `CPU target 60 → `. */
function begun(draft: Draft, values: Values = {}): readonly string[] {
	return draft.fields(values).map((field) => {
		const now = field.now === undefined ? '' : `${field.now} → `;
		return `${field.label}: ${now}${valueOf(field, values)}`;
	});
}

/** What the values would do; or why not. */
function planned(draft: Draft, values: Values): unknown {
	const plan = draft.plan(values);
	if (plan === undefined) return undefined;
	return isRefusal(plan) ? plan.refused : plan.plan.input;
}

describe('the form of a CPU target', () => {
	test('shows targets, bounds and switches as they are, and asks for nothing that is left alone', async () => {
		const draft = await opened({ verb: 'target' }, 'search');
		expect(begun(draft)).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^CPU target: \d+ → $/u),
				'Memory target: none → ',
				expect.stringMatching(/^At least: \d+ → $/u),
			]),
		);
		expect(begun(draft, { more: 'on' })).toEqual(
			expect.arrayContaining([
				expect.stringMatching(/^Cooldown in: \d+ → $/u),
				'Scale in: on',
				'Scheduled actions: on',
			]),
		);
		expect(planned(draft, {})).toBeUndefined();
		expect(planned(draft, { scaleIn: 'on' })).toBeUndefined();
	});

	test.each<readonly [Values, unknown]>([
		[{ cpu: '45' }, { cpu: 45 }],
		[{ cpu: 'none' }, { cpu: null }],
		[
			{ max: '20', scaleInCooldown: '60' },
			{ max: 20, scaleInCooldown: 60 },
		],
		[{ scaleOut: 'off' }, { scaleOut: false }],
		[{ cpu: 'half' }, '"half" is not a number.'],
		[{ min: 'none' }, '"none" is not a number.'],
	])('takes %o', async (values, asked) => {
		expect(planned(await opened({ verb: 'target' }, 'search'), values)).toEqual(asked);
	});
});

describe('the form of a roll back', () => {
	test('offers the revisions that have succeeded, the last one first', async () => {
		const draft = await opened({ verb: 'rollback' });
		const [field] = draft.fields({});
		expect(field).toMatchObject({ kind: 'choice', label: 'Back to' });
		expect(field?.kind === 'choice' && field.choices[0]).toMatchObject({
			value: '',
			label: expect.stringMatching(/^:\d+ {2}cart:\S+ {2}deployed 20\d\d-\d\d-\d\d \d\d:\d\d UTC$/u) as string,
		});
		expect(planned(draft, {})).toEqual({});
	});

	test('offers first to stop what is under way', async () => {
		const draft = await opened({ verb: 'rollback' }, 'checkout', actingShop('shop'));
		const [field] = draft.fields({});
		expect(field?.kind === 'choice' && field.choices[0]?.label).toBe('what was before: stop what is under way');
	});
});

describe('the form that stops tasks', () => {
	test('asks why, and goes without an answer', async () => {
		const shop = actingShop();
		const { clusterArn } = await shop.subject('cart');
		const tasks = await shop.aws.tasks(clusterArn, { serviceName: 'cart', desiredStatus: 'RUNNING' });
		const arns = tasks.slice(0, 2).map(({ taskArn }) => taskArn);
		const request = { verb: 'stop-task', tasks: arns } as const;
		expect(titleOf(request, 'cart')).toBe('Stop 2 tasks of cart');
		const draft = await opened(request, 'cart', shop);
		expect(planned(draft, {})).toEqual({ tasks: arns });
		expect(planned(draft, { reason: ' it hangs ' })).toEqual({ tasks: arns, reason: 'it hangs' });
	});
});

describe('the form of a task to run', () => {
	test('takes a command apart as a shell would', async () => {
		const draft = await opened({ verb: 'run-task' });
		expect(planned(draft, {})).toBeUndefined();
		expect(planned(draft, { command: "sh -c 'exit 3'", detach: 'on' })).toMatchObject({
			token: TOKEN,
			command: ['sh', '-c', 'exit 3'],
			detach: true,
		});
		expect(planned(draft, { command: "echo 'a" })).toBe('A quote is not closed.');
	});
});

test('the form of ECS Exec offers what it is not now', async () => {
	const shop = actingShop();
	const { clusterArn, serviceArn } = await shop.subject('cart');
	const [cart] = await shop.aws.describeServices(clusterArn, [serviceArn]);
	const draft = await opened({ verb: 'enable-exec' }, 'cart', shop);
	expect(begun(draft)).toEqual([cart?.enableExecuteCommand ? 'ECS Exec: on → off' : 'ECS Exec: off → on']);
	expect(planned(draft, {})).toEqual(cart?.enableExecuteCommand ? { off: true } : {});
});

test('a forced deployment asks for nothing and plans the same revision anew', async () => {
	const draft = await opened({ verb: 'force' });
	expect(draft.fields({})).toEqual([]);
	expect(planned(draft, {})).toEqual({ force: true });
});

test('a deployment that is paused at no hook cannot be continued, and its form says so', async () => {
	const draft = await opened({ verb: 'continue-deployment' });
	expect(planned(draft, {})).toMatch(/cart/u);
	expect(planned(draft, { how: 'back' })).toMatch(/cart/u);
});
