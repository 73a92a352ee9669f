import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { shopServer } from '../shop-server.ts';
import type { CliOptions } from '../run-cli.ts';

const shop = shopServer('calm');

let state: string;

beforeEach(() => {
	state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(state, { recursive: true }));
});

function run(line: string, options: CliOptions = {}) {
	return shop.run(line, { env: { XDG_STATE_HOME: state }, wait: (ms) => shop.step(ms), ...options });
}

test('deploys a tag, follows it to its end, and the audit log has it', async () => {
	const { status, lines } = await run('deploy prod/cart --tag v2 --yes');
	expect(lines[1]).toBe('  task definition                   cart:88 → a new revision');
	expect(lines.at(-1)).toMatch(/done: cart runs cart:89\.$/u);
	expect(status).toBe(0);
	const audit = await run('audit');
	expect(audit.lines[1]).toMatch(
		/ deploy +cart +prod +ap-northeast-1 +111122223333 +\S+ +done +task definition cart:88 → a new revision, /u,
	);
});

test('tells each step as JSON, with the numbers behind it', async () => {
	const { lines } = await run('deploy cart --tag v2 --yes --json');
	const events = lines.map((line) => JSON.parse(line) as { event: string; rollout?: { revisions: unknown[] } });
	expect([...new Set(events.map(({ event }) => event))]).toEqual(['planned', 'sending', 'made', 'progress', 'ended']);
	expect(events.find(({ event }) => event === 'progress')).toMatchObject({
		text: expect.stringMatching(/^:89 /u),
		rollout: {
			revisions: [
				{ isNew: true, desired: 3 },
				{ isNew: false, running: 3 },
			],
		},
	});
});

test('what cannot be rolled back does not hide that it took too long', async () => {
	const { status, lines } = await run('deploy cart --force --yes --timeout 0s', {
		onStdout: (text) => {
			if (text.includes('timed-out')) shop.suffer({ operation: 'ecs:*', accessDenied: true });
		},
	});
	expect(lines).toContainEqual(expect.stringMatching(/failed: It was not rolled back: ecs:DescribeServices: /u));
	expect(status).toBe(5);
});

test('the same command again follows what is under way, and sends nothing', async () => {
	await run('deploy cart --tag v2 --yes --timeout 0s --no-rollback');
	const { status, lines } = await run('deploy cart --tag v2 --yes');
	expect(lines.slice(0, 2)).toEqual([
		'Deploy cart  (prod · ap-northeast-1 · 111122223333)',
		'  · the deployment of cart:89 is under way already: it is followed, and nothing is sent',
	]);
	expect(lines.at(-1)).toMatch(/done: cart runs cart:89\.$/u);
	expect(status).toBe(0);
	expect((await run('audit')).lines).toHaveLength(2);
});

test('the same command again brings back what takes too long', async () => {
	await run('deploy cart --tag v2 --yes --timeout 0s --no-rollback');
	const { status, lines } = await run('deploy cart --task-definition cart:89 --yes --timeout 0s');
	expect(lines).toContain('  deployment under way  cart:89 → cart:88');
	expect(lines.filter((line) => line.includes('sending'))).toEqual([
		expect.stringMatching(/sending ecs:StopServiceDeployment/u),
	]);
	expect(status).toBe(5);
});

test('the same command again, once it is done, is a mistake: nothing would change', async () => {
	await run('deploy cart --tag v2 --yes');
	const { status, stderr } = await run('deploy cart --tag v2 --yes');
	expect(stderr).toContain('Nothing would change: cart:89 has all of that already.');
	expect(status).toBe(2);
});

test('rolls back by itself what takes too long, and ends with 5', async () => {
	const { status, lines } = await run('deploy cart --tag v2 --yes --timeout 0s');
	expect(lines.some((line) => line.includes('timed-out: AWS has taken the deployment of cart'))).toBe(true);
	expect(lines).toContainEqual(expect.stringMatching(/sending ecs:StopServiceDeployment/u));
	expect(status).toBe(5);
});

test('rolls back by itself in a protected context that was confirmed once', async () => {
	const config = join(state, 'config.yaml');
	writeFileSync(config, 'contexts: { live: { clusters: [prod], protected: true } }\n');
	const line = `deploy cart --tag v2 --timeout 0s --config ${config}`;
	const { lines } = await run(`${line} --confirm cart`);
	expect(lines).toContainEqual(expect.stringMatching(/sending ecs:StopServiceDeployment/u));
});

test('leaves what takes too long alone when it is told to', async () => {
	const { lines } = await run('deploy cart --tag v2 --yes --timeout 0s --no-rollback');
	expect(lines.join('\n')).not.toContain('StopServiceDeployment');
});

test('goes back to the last revision that succeeded', async () => {
	await run('deploy cart --tag v2 --yes');
	const { status, lines } = await run('rollback cart --yes');
	expect(lines[1]).toBe('  task definition  cart:89 → cart:88');
	expect(lines.at(-1)).toMatch(/done: cart runs cart:88\.$/u);
	expect(status).toBe(0);
});

test.each([
	['rollback cart --yes', 'Say which revision with --to.'],
	['continue-deployment cart --yes', 'Ask for the IAM permission ecs:ListServiceDeployments'],
])('`%s` that may not see the deployments ends with 3, and says what to do', async (line, words) => {
	shop.suffer({ operation: 'ecs:ListServiceDeployments', accessDenied: true });
	const { status, stderr } = await run(line);
	expect(stderr).toContain('no permission to look (ecs:ListServiceDeployments)');
	expect(stderr).toContain(words);
	expect(status).toBe(3);
});

test('lists what it could go back to, with image and age', async () => {
	await run('deploy cart --tag v2 --yes');
	const { status, lines } = await run('rollback cart --list');
	expect(lines[0]).toMatch(/^REVISION +DEPLOYED +AGE +IMAGES$/u);
	expect(lines[1]).toMatch(/^cart:88 +2026-03-05T\S+Z +9d\S* +\S+\/cart:88$/u);
	expect(status).toBe(0);
	const { revisions } = (await run('rollback cart --list --json')).json() as { readonly revisions: readonly object[] };
	expect(revisions[0]).toMatchObject({ taskDefinition: expect.stringMatching(/cart:88$/u) });
});

test('turns ECS Exec off and on', async () => {
	const off = await run('enable-exec cart --off --yes');
	expect(off.lines.slice(0, 2)).toEqual([
		'Turn ECS Exec off for cart  (prod · ap-northeast-1 · 111122223333)',
		'  ECS Exec  on → off',
	]);
	expect(off.status).toBe(0);
	const on = await run('enable-exec cart --yes');
	expect(on.lines.at(-1)).toMatch(/done: cart runs cart:88\.$/u);
	const again = await run('enable-exec cart --yes');
	expect(again.stderr).toBe(
		'deckwatch: ECS Exec is on for cart already.\n  Tasks that are older than that follow with `deckwatch deploy cart --force`.\n',
	);
	expect(again.status).toBe(0);
});

test.each([
	['deploy cart', 'Say what to deploy: --image, --tag'],
	['deploy cart --image a/b:1 --tag 2', 'Give --image or --tag, not both.'],
	['deploy cart --task-definition 87 --tag 2', '--task-definition is a revision as it is'],
	['deploy cart --image nginx:1', 'No container uses an image of nginx.'],
	['deploy cart --env PORT', '--env takes NAME=value: number 1 of those given has no =.'],
	['deploy cart --tag v2 --timeout soon', '"soon" is not a duration'],
	['rollback cart --to 88', 'cart has cart:88 already.'],
])('`%s` is refused with status 2 before anything is sent', async (line, words) => {
	const { status, stderr } = await run(`${line} --yes`);
	expect(stderr).toContain(words);
	expect(status).toBe(2);
});

test('sets variables and takes them away', async () => {
	const { lines, stderr } = await run('deploy cart --env MODE=once --unset-env PORT --dry-run');
	expect(stderr).toBe('');
	expect(lines.join('\n')).toContain('environment[MODE].value');
});
