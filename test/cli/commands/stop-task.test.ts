import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import type { CliOptions } from '../run-cli.ts';
import { shopServer } from '../shop-server.ts';

const shop = shopServer('calm');

let state: string;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
});

function run(line: string, options: CliOptions = {}) {
	return shop.run(line, { env: { XDG_STATE_HOME: state }, wait: (ms) => shop.step(ms), ...options });
}

async function tasksOf(service: string): Promise<readonly { readonly taskArn: string; readonly id: string }[]> {
	const { tasks } = (await run(`tasks ${service} --json`)).json() as { readonly tasks: readonly { taskArn: string }[] };
	return tasks.map(({ taskArn }) => ({ taskArn, id: taskArn.split('/').at(-1) ?? '' }));
}

test('stops a task by the beginning of its id, and follows it until another one runs', async () => {
	const [task] = await tasksOf('cart');
	const short = task?.id.slice(0, 6);
	const { status, lines } = await run(`stop-task ${short} --reason leaks --yes`);
	expect(lines.slice(0, 2)).toEqual([
		'Stop a task of cart  (prod · ap-northeast-1 · 111122223333)',
		`  task ${short}  RUNNING, cart:88 → STOPPED`,
	]);
	expect(lines).toContain(`  ecs:StopTask(task=${task?.id}, reason=deckwatch: leaks)`);
	expect(lines.at(-2)).toContain(`done: ${short} is stopped: UserInitiated · deckwatch: leaks · cart exit 143.`);
	expect(lines.at(-1)).toBe('  cart runs 3 of 3 tasks.');
	expect(status).toBe(0);
	expect((await run('audit')).lines[1]).toMatch(new RegExp(` stop-task +cart +prod .* task ${short} RUNNING`, 'u'));
});

test('stops several at once, by id and by ARN', async () => {
	const [one, two] = await tasksOf('cart');
	const { status, lines } = await run(`stop-task ${one?.id} ${two?.taskArn} --dry-run`);
	expect(lines[0]).toMatch(/^Stop 2 tasks of cart /u);
	expect(status).toBe(0);
});

test('refuses tasks of two services, and names both', async () => {
	const [[cart], [search]] = await Promise.all([tasksOf('cart'), tasksOf('search')]);
	const { status, stderr } = await run(`stop-task ${cart?.id} ${search?.id} --yes`);
	expect(stderr).toContain('These tasks do not belong together (service:cart, service:search).');
	expect(status).toBe(2);
});

test('refuses the beginning of several ids, and names them', async () => {
	const { tasks } = (await run('tasks --json')).json() as { readonly tasks: readonly { taskArn: string }[] };
	const byDigit = Map.groupBy(tasks, ({ taskArn }) => taskArn.split('/').at(-1)?.[0]);
	const [digit] = [...byDigit].find(([, alike]) => alike.length > 1) ?? [];
	const { status, stderr } = await run(`stop-task ${digit} --yes`);
	expect(stderr).toContain(`Several tasks begin with "${digit}": `);
	expect(status).toBe(2);
});

test.each([
	['stop-task', '`deckwatch stop-task <tasks..>`: which tasks?'],
	['stop-task checkout', '"checkout" does not name a task: write its id, the beginning of it, or its ARN.'],
	[`stop-task ${'0'.repeat(32)}`, `There is no running task "${'0'.repeat(32)}".`],
	['stop-task 000000000', 'There is no running task "000000000".'],
])('`%s` is refused with status 2 before anything is sent', async (line, words) => {
	const { status, stderr } = await run(`${line} --yes`);
	expect(stderr).toContain(words);
	expect(status).toBe(2);
});
