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

test('runs a command in a copy of the task, prints what it writes, and ends with its end', async () => {
	const { status, lines } = await run('run-task cart --env MODE=once --yes -- bin/migrate --all 7');
	expect(lines.slice(0, 4)).toEqual([
		'Run a task of cart  (prod · ap-northeast-1 · 111122223333)',
		'  task beside the service  - → cart:88',
		'  cart command             that of its image → bin/migrate --all 7',
		'  cart environment MODE    - → •••',
	]);
	expect(lines).toContainEqual(expect.stringMatching(/Z {4}cart │ bin\/migrate: done$/u));
	expect(lines.at(-1)).toMatch(/done: [\da-f]{6} has ended: cart exit 0 after \d+s\.$/u);
	expect(status).toBe(0);
});

test('a command that fails ends with status 4, its exit code and its last lines', async () => {
	const { status, lines } = await run('run-task cart --yes -- false');
	expect(lines.at(-2)).toMatch(/failed: [\da-f]{6} is stopped: EssentialContainerExited · .* · cart exit 1\.$/u);
	expect(lines.at(-1)).toBe('    cart │ command failed with exit code 1');
	expect(status).toBe(4);
});

test('one that is left alone is stopped by what is said of it', async () => {
	const { lines } = await run('run-task cart --detach --yes -- sleep 900');
	const [, id] = /`deckwatch stop-task ([\da-f]{6})` ends it\.$/u.exec(lines.at(-1) ?? '') ?? [];
	const { status, lines: stopping } = await run(`stop-task ${id} --yes`);
	expect(stopping[0]).toMatch(/^Stop a task of family:cart /u);
	expect(stopping).toContain('  ▲ it belongs to no service: nothing is started in its place');
	expect(status).toBe(0);
	expect((await run('audit')).lines.at(-1)).toMatch(/ stop-task +family:cart +prod /u);
});

test.each([
	['run-task', '`deckwatch run-task <service>`: which service?'],
	['run-task cart --env MODE', '--env takes NAME=value: number 1 of those given has no =.'],
	['run-task cart --container web -- true', 'There is no container web.'],
	['services -- true', 'There is nothing to run behind "--" here.'],
])('`%s` is refused with status 2 before anything is sent', async (line, words) => {
	const { status, stderr } = await run(line);
	expect(stderr).toContain(words);
	expect(status).toBe(2);
});
