import { expect, test } from 'vitest';
import { NOON, shopServer } from '../shop-server.ts';

const shop = shopServer();

type Line = {
	readonly timestamp: string;
	readonly taskArn: string;
	readonly container: string;
	readonly message: string;
	readonly eventId: string;
};

const documents = (lines: readonly string[]): readonly Line[] => lines.map((line) => JSON.parse(line) as Line);

test('merges the lines of all tasks and containers in time order', async () => {
	const { status, lines } = await shop.run('logs checkout --since 2m');
	const times = lines.map((line) => line.slice(0, 24));
	expect(times).toEqual(times.toSorted());
	expect(times.every((time) => Date.parse(time) >= NOON - 120_000 && Date.parse(time) <= NOON)).toBe(true);
	expect(new Set(lines.map((line) => line.split(' ')[1])).size).toBeGreaterThan(1);
	expect(new Set(lines.map((line) => line.split(' ')[2]))).toEqual(new Set(['checkout', 'datadog-agent']));
	expect(status).toBe(0);
});

test('reads further back when it is asked to', async () => {
	const [one, ten] = await Promise.all([shop.run('logs cart --since 1m'), shop.run('logs cart --since 10m')]);
	expect(ten.lines.length).toBeGreaterThan(2 * one.lines.length);
	expect(ten.stdout.endsWith(one.stdout)).toBe(true);
});

test('does not take what it printed for all when it is interrupted', async () => {
	const { status, lines, stderr } = await shop.run('logs cart --since 1d', { onStdout: (_text, abort) => abort() });
	expect({ status, stderr }).toEqual({ status: 130, stderr: '' });
	expect(lines.length).toBeGreaterThan(0);
});

test('prints JSON lines, each event once, under the names of CloudWatch Logs', async () => {
	const events = documents((await shop.run('logs checkout --since 2m --json')).lines);
	expect(events[0]).toEqual({
		timestamp: expect.stringMatching(/^2026-03-14T11:5\d:.*Z$/u),
		taskArn: expect.stringContaining(':task/prod/'),
		container: expect.any(String),
		logGroupName: expect.stringContaining('checkout'),
		logStreamName: expect.stringContaining('/'),
		eventId: expect.any(String),
		message: expect.any(String),
	});
	expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
});

test('prints the lines alone with --raw', async () => {
	const [plain, raw] = await Promise.all([shop.run('logs cart --since 1m'), shop.run('logs cart --since 1m --raw')]);
	expect(raw.lines).toEqual(plain.lines.map((line) => line.replace(/^\S+ \S+ \S+ {2}/u, '')));
});

test('never prints a control character, although containers write them', async () => {
	shop.step(60_000);
	const runs = await Promise.all(
		['checkout', 'payments', 'storefront-web', 'search'].map((name) => shop.run(`logs ${name} --since 15m --raw`)),
	);
	const text = runs.map(({ stdout }) => stdout).join('');
	expect(text.length).toBeGreaterThan(10_000);
	expect(text.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
});

test('keeps to a container, a task and a text', async () => {
	const all = documents((await shop.run('logs checkout --since 5m --json')).lines);
	const agent = documents((await shop.run('logs checkout --since 5m --json --container datadog-agent')).lines);
	expect(agent).toEqual(all.filter(({ container }) => container === 'datadog-agent'));
	const taskArn = all[0]?.taskArn ?? '';
	const task = taskArn.slice(taskArn.lastIndexOf('/') + 1, taskArn.lastIndexOf('/') + 7);
	const own = all.filter((line) => line.taskArn === taskArn);
	expect(documents((await shop.run(`logs checkout --since 5m --json --task ${task}`)).lines)).toEqual(own);
	expect(documents((await shop.run(`logs checkout --since 5m --json --task ${taskArn}`)).lines)).toEqual(own);
	const posts = documents((await shop.run('logs checkout --since 5m --json --filter post')).lines);
	expect(posts).toEqual(all.filter(({ message }) => /post/iu.test(message)));
	expect(posts.length).toBeGreaterThan(0);
	const others = documents((await shop.run('logs checkout --since 5m --json --filter !/post/')).lines);
	expect(others).toHaveLength(all.length - posts.length);
});

test('follows: goes on with the lines that come, each once, until Ctrl-C', async () => {
	let stepped = false;
	const { status, lines, stderr } = await shop.run('logs cart --follow --since 30s --json', {
		onStdout(text, abort) {
			if (!stepped) {
				stepped = true;
				shop.step(20_000);
			}
			const newest = documents(text.split('\n').slice(0, -1)).at(-1);
			if (newest && Date.parse(newest.timestamp) > NOON + 15_000) abort();
		},
	});
	const events = documents(lines);
	expect(Date.parse(events[0]?.timestamp ?? '')).toBeLessThan(NOON);
	expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test.each([
	['a duration that is none', '--since 5x', '"5x" is not a duration: write 90s, 15m, 2h or 1d.'],
	['a filter that is none', '--filter /(/', '--filter: bad regex'],
	[
		'a container that is not there',
		'--container web',
		'no container "web" that writes logs; there are checkout, datadog-agent',
	],
	[
		'a task that is not there',
		'--task zzz',
		'no task "zzz" that has started. `deckwatch tasks checkout` lists its tasks.',
	],
])('refuses %s', async (_what, options, message) => {
	const { status, stdout, stderr } = await shop.run(`logs checkout ${options}`);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain(message);
});

test('fails when the logs may not be read', async () => {
	shop.suffer({ operation: 'logs:FilterLogEvents', accessDenied: true });
	const { status, stdout, stderr } = await shop.run('logs checkout');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toContain('Ask for the IAM permission logs:FilterLogEvents');
});

test('says which log group could not be read, and does not end well', async () => {
	shop.suffer({ operation: 'logs:FilterLogEvents', accessDenied: true });
	const { status, stdout, stderr } = await shop.run('logs checkout --since 2m');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toMatch(
		/^deckwatch: not all lines of the log group \S+ are here:\ndeckwatch: logs:FilterLogEvents failed:/u,
	);
});
