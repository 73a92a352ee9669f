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

describe('the form of a deployment', () => {
	const container = 'checkout';

	test('offers the tags of the repository and the revisions that have succeeded', async () => {
		const draft = await opened({ verb: 'deploy' }, 'checkout');
		expect(begun(draft)).toEqual([
			'Tag: 42 → ',
			'Or revision: :42 → ',
			'Roll back when it fails or takes too long: on',
			'Size, environment, how long it is followed: ',
		]);
		const [tag, revision] = draft.fields({});
		expect(tag?.kind === 'text' && tag.suggestions).toContain('41');
		expect(revision?.kind === 'text' && revision.suggestions).toContain('41');
		expect(planned(draft, {})).toBeUndefined();
	});

	test('says why there are no tags to offer', async () => {
		const shop = actingShop();
		shop.drydock.dispatcher.setFaults([{ operation: 'ecr:*', accessDenied: true }]);
		const [tag] = (await opened({ verb: 'deploy' }, 'checkout', shop)).fields({});
		expect(tag?.hint).toBe('tags: no permission to look (ecr:DescribeImages)');
	});

	test.each<readonly [Values, unknown]>([
		[{ image: 'v9' }, { tag: 'v9', containers: [container] }],
		[{ image: 'repo/other:v9' }, { image: 'repo/other:v9', containers: [container] }],
		[{ revision: '41' }, { taskDefinition: '41' }],
		[
			{ revision: '41', force: 'on' },
			{ taskDefinition: '41', force: true },
		],
		[{ force: 'on' }, { force: true }],
		[
			{ cpu: '1024', memory: '4096' },
			{ cpu: '1024', memory: '4096' },
		],
		[{ environment: 'A=1' }, expect.objectContaining({ containers: [container] })],
		[{ image: 'v9', revision: '41' }, 'Revision 41 is taken as it is.'],
		[{ environment: 'PORT 80' }, 'Environment, line 1: there is no = in it: write NAME=value, or # before a remark.'],
	])('takes %o', async (values, asked) => {
		const form = formFor({ verb: 'deploy' }, TOKEN);
		const shop = actingShop();
		const signal = new AbortController().signal;
		const draft = await (await form.open(shop.aws, await shop.subject('checkout'), signal)).again(values, signal);
		expect(planned(draft, values)).toEqual(asked);
	});

	test('shows the sizes that Fargate has, the memory that goes with a CPU', async () => {
		const draft = await opened({ verb: 'deploy' }, 'checkout');
		const labels = (values: Values) =>
			draft
				.fields({ more: 'on', ...values })
				.flatMap((field) =>
					field.kind === 'choice' && field.id === 'memory' ? field.choices.map(({ label }) => label) : [],
				);
		expect(labels({ cpu: '256' })).toEqual(['as it is (1 GB)', '0.5 GB', '2 GB']);
	});

	test('opens the environment of the container as text, and takes it as the editor left it', async () => {
		const draft = await opened({ verb: 'deploy' }, 'checkout');
		const field = draft.fields({ more: 'on' }).find(({ kind }) => kind === 'document');
		const text = field ? valueOf(field, {}) : '';
		expect(text).toMatch(/^# NAME=value/u);
		expect(planned(draft, { environment: text })).toBeUndefined();
		expect(planned(draft, { environment: `${text}NEW=1\n` })).toMatchObject({ environment: { NEW: '1' } });
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
