import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { NOON, shopServer } from '../shop-server.ts';

const shop = shopServer('calm');

let state: string;
const path = () => join(state, 'deckwatch', 'audit.jsonl');

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
});

const change = (line: string) =>
	shop.run(`${line} --yes`, { env: { XDG_STATE_HOME: state }, wait: (ms) => shop.step(ms) });
const audit = (line = '', now = NOON + 3_600_000) =>
	runCli(['audit', ...line.split(' ').filter(Boolean)], { env: { XDG_STATE_HOME: state }, now: () => now });

test('lists what was changed, newest last, with who, where, and how it ended', async () => {
	await change('scale prod/cart 5');
	await change('scale prod/checkout 6');
	const { status, lines, stderr } = await audit();
	expect(lines[0]).toMatch(/^TIME +VERB +SERVICE +CLUSTER +REGION +ACCOUNT +WHO +END +CHANGES$/u);
	expect(lines.slice(1)).toEqual([
		expect.stringMatching(
			/^2026-03-14T12:\S+Z {2}scale {2}cart +prod +ap-northeast-1 +111122223333 +\S+ +done +Desired count 3 → 5$/u,
		),
		expect.stringMatching(/ checkout +prod +ap-northeast-1 +111122223333 +\S+ +done +Desired count 4 → 6$/u),
	]);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('prints one document with the calls and their requests', async () => {
	await change('scale cart 5');
	expect((await audit('--json')).json()).toMatchObject({
		changes: [
			{
				verb: 'scale',
				serviceName: 'cart',
				differences: [{ what: 'Desired count', before: '3', after: '5' }],
				calls: [{ name: 'ecs:UpdateService', state: 'made', requestId: expect.any(String) }],
				ended: true,
				state: 'done',
				text: 'cart runs 5 of 5 tasks.',
			},
		],
	});
});

test.each([
	['cart', ['cart']],
	['prod/cart', ['cart']],
	['staging/cart', []],
	['--since 30m', ['checkout']],
	['--since 2h', ['cart', 'checkout']],
	['--cluster pro*', ['cart', 'checkout']],
	['--cluster staging', []],
	['--region eu-west-1', []],
	['checkout --since 1d --region ap-northeast-1', ['checkout']],
])('`audit %s` lists %j', async (line, services) => {
	await change('scale cart 5');
	shop.step(3_600_000);
	await change('scale checkout 6');
	const { lines, stderr } = await audit(line, NOON + 80 * 60_000);
	expect(lines.slice(1).map((row) => row.split(/ +/u)[2])).toEqual(services);
	expect(stderr).toBe(services.length > 0 ? '' : `deckwatch: ${path()} has no such change.\n`);
});

test('says that nothing was changed yet', async () => {
	expect(await audit()).toMatchObject({ status: 0, stdout: '', stderr: `deckwatch: ${path()} has no changes.\n` });
	expect((await audit('--json')).json()).toEqual({ changes: [] });
});

test('tells what a crash has left as far as it is known, and names the line that was cut off', async () => {
	await change('scale cart 5');
	const [planned = '', sending = ''] = readFileSync(path(), 'utf8').split('\n');
	writeFileSync(path(), `${planned}\n${sending}\n`);
	appendFileSync(path(), '{"id":"torn","event":"ans');
	const { status, lines, stderr } = await audit();
	expect(lines[1]).toMatch(/ cart .* unknown: no end recorded +Desired count 3 → 5$/u);
	expect(stderr).toBe(`deckwatch: ${path()}: line 3 cannot be read: cut off by a crash or a full disk, or edited.\n`);
	expect(status).toBe(0);
});

test('refuses a duration that is none', async () => {
	expect(await audit('--since yesterday')).toMatchObject({ status: 2, stderr: expect.stringContaining('"yesterday"') });
});
