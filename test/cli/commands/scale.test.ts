import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { shopServer } from '../shop-server.ts';
import type { CliOptions } from '../run-cli.ts';

const shop = shopServer('calm');

let state: string;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
});

function run(line: string, options: CliOptions = {}) {
	const env = { XDG_STATE_HOME: state };
	return shop.run(line, { env, wait: (ms) => shop.step(ms), ...options });
}

const audit = () =>
	readFileSync(join(state, 'deckwatch', 'audit.jsonl'), 'utf8')
		.trimEnd()
		.split('\n');
const desired = async (service: string) => {
	const { json } = await shop.run(`services --json --cluster prod`);
	const { services } = json() as { readonly services: readonly { serviceName: string; desiredCount: number }[] };
	return services.find(({ serviceName }) => serviceName === service)?.desiredCount;
};

test('shows the plan, carries it out, and follows it until the tasks run', async () => {
	const { status, lines, stderr } = await run('scale cart +2 --yes');
	expect(lines.slice(0, 6)).toEqual([
		'Scale cart  (prod · ap-northeast-1 · 111122223333)',
		'  Desired count  3 → 5',
		'  · 3 → 5 tasks of :88 (0.5 vCPU, 1 GB): about +45 USD a month',
		expect.stringMatching(/^ {2}✔ subnets have 12\d{3} free addresses$/u),
		expect.stringMatching(/^ {2}✔ Fargate has \d+(?:\.\d+)? of 4000 vCPUs in use$/u),
		'  ecs:UpdateService(desiredCount=5)',
	]);
	expect(lines).toContainEqual(expect.stringMatching(/^\d\d:\d\d:\d\dZ {2}3 of 5 running, 2 pending$/u));
	expect(lines.at(-1)).toMatch(/done: cart runs 5 of 5 tasks\.$/u);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(await desired('cart')).toBe(5);
	expect(audit().map((line) => (JSON.parse(line) as { event: string }).event)).toEqual([
		'planned',
		'sending',
		'answered',
		'ended',
	]);
});

test('prints JSON lines for a script, the last one with the end', async () => {
	const { lines } = await run('scale checkout 5 --yes --json');
	const events = lines.map((line) => JSON.parse(line) as { readonly event: string });
	expect(events.map(({ event }) => event).filter((event) => event !== 'progress')).toEqual([
		'planned',
		'sending',
		'made',
		'ended',
	]);
	expect(events[0]).toMatchObject({
		differences: [{ what: 'Desired count', before: '4', after: '5' }],
		changes: [{ name: 'ecs:UpdateService', input: { desiredCount: 5 } }],
	});
	expect(events.at(-1)).toMatchObject({ event: 'ended', state: 'done' });
});

test('a script reads the end, also where there is nothing to do', async () => {
	const { lines, stderr, status } = await run('scale search x1 --yes --json');
	expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
		expect.objectContaining({ event: 'ended', state: 'done', text: expect.stringMatching(/is \d already\.$/u) }),
	]);
	expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
});

describe('changes nothing', () => {
	test.each([
		['that is only planned', 'scale search 7 --dry-run', 0, /^$/u],
		['without a terminal to ask in', 'scale search 7', 2, /--yes carries it out/u],
		['in a read-only deckwatch', 'scale search 7 --yes --read-only', 7, /read-only: nothing was sent/u],
		['when it is so already', 'scale search x1 --yes', 0, /is \d already/u],
		['for a count that is none', 'scale search lots --yes', 2, /"lots" is not a number of tasks/u],
	])('%s', async (_, line, expected, words) => {
		const before = await desired('search');
		const { status, stderr } = await run(line);
		expect(stderr).toMatch(words);
		expect(status).toBe(expected);
		expect(await desired('search')).toBe(before);
	});

	test('when the audit log cannot be written', async () => {
		const { status, stderr } = await run('scale search 7 --yes', { env: { XDG_STATE_HOME: '/dev/null' } });
		expect(stderr).toMatch(/^deckwatch: The audit log cannot be written, and no change is made without it: ENOTDIR/u);
		expect(status).toBe(2);
		expect(await desired('search')).not.toBe(7);
	});
});

test.each([
	['y\n', 1],
	['yes\n', 1],
	['n\n', 0],
	['\n', 0],
	['', 0],
])('asks, and %j decides', async (answers, more) => {
	const before = (await desired('api-gateway')) ?? 0;
	const { status } = await run('scale api-gateway +1', { tty: true, answers });
	expect(status).toBe(0);
	expect(await desired('api-gateway')).toBe(before + more);
});

describe('in a context of the config file', () => {
	const inContext = (rules: string, line: string, options: CliOptions = {}) => {
		const config = join(state, 'config.yaml');
		writeFileSync(config, `contexts: { live: { account: '111122223333', clusters: [prod], ${rules} } }\n`);
		return run(`${line} --config ${config}`, options);
	};

	test('that is read-only changes nothing, and says which it is', async () => {
		const { status, stderr } = await inContext('readOnly: true', 'scale cart 9 --yes');
		expect({ status, stderr }).toEqual({
			status: 7,
			stderr: 'deckwatch: The context live is read-only: nothing was sent.\n',
		});
		expect(await desired('cart')).toBe(3);
	});

	test.each([
		['cart\n', 9],
		['y\n', 3],
		['Cart\n', 3],
		['\n', 3],
		['', 3],
	])('that is protected wants the name of the service typed; after %j there are %i', async (answers, count) => {
		const { status, stderr } = await inContext('protected: true', 'scale cart 9', { tty: true, answers });
		expect(stderr).toContain('live is protected: cluster prod, ap-northeast-1, account 111122223333.\n');
		expect(stderr).toContain('Type cart to carry it out: ');
		expect(status).toBe(0);
		expect(await desired('cart')).toBe(count);
	});

	test.each([
		['--yes', 2, 'cart is in the protected context live, where --yes is not enough.'],
		['--yes --confirm checkout', 2, '--confirm says "checkout", and what would be changed is cart.'],
		[
			'',
			2,
			'This changes the protected context live, and there is no terminal to ask in: --confirm cart carries it out',
		],
		['--confirm cart', 0, ''],
		['--yes --confirm cart', 0, ''],
		['--dry-run', 0, ''],
	])('that is protected, a script says %j: status %i', async (option, expected, words) => {
		const { status, stderr } = await inContext('protected: true', `scale cart 9 ${option}`.trim());
		expect(stderr).toContain(words);
		expect(status).toBe(expected);
		expect(await desired('cart')).toBe(option.endsWith('--confirm cart') ? 9 : 3);
	});

	test('that is elsewhere keeps nobody from it', async () => {
		const { status } = await inContext('regions: [eu-west-1], readOnly: true', 'scale cart 9 --yes');
		expect(status).toBe(0);
	});
});

test('a permission that is missing is named, with status 3', async () => {
	shop.suffer({ operation: 'ecs:UpdateService', accessDenied: true });
	const { status, lines } = await run('scale cart 9 --yes');
	expect(lines.at(-3)).toMatch(/failed: ecs:UpdateService: AccessDeniedException: .*\(request [\da-f-]+\)$/u);
	expect(lines.slice(-2)).toEqual([
		'  Nothing of cart was changed.',
		expect.stringMatching(/^ {2}Ask for the IAM permission ecs:UpdateService/u),
	]);
	expect(status).toBe(3);
});

test('what takes longer than it may ends with status 5 and how far it came', async () => {
	const { status, lines } = await run('scale cart 8 --yes --timeout 0s');
	expect(lines.at(-2)).toMatch(/timed-out: The desired count of cart is 8, but the time is up: \d of 8 running/u);
	expect(status).toBe(5);
});

test('Ctrl-C leaves a true last line, and what was sent goes on', async () => {
	const { status, lines } = await run('scale cart 9 --yes', {
		onStdout: (text, abort) => {
			if (/of 9 running/u.test(text)) abort();
		},
	});
	expect(lines.at(-1)).toMatch(/left: The desired count of cart is 9; \d of 9 running.* when it was left\.$/u);
	expect(status).toBe(130);
	expect(await desired('cart')).toBe(9);
});
