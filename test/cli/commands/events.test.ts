import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { NOON, shopServer } from '../shop-server.ts';

const shop = shopServer();
const MINUTE = 60_000;

test('lists the events of all services together, oldest first', async () => {
	const { status, lines } = await shop.run('events');
	expect(lines[0]).toMatch(/^TIME +CLUSTER +SERVICE +KIND +EVENT$/u);
	const times = lines.slice(1).map((line) => line.slice(0, 24));
	expect(times).toEqual(times.toSorted());
	expect(new Set(lines.slice(1).map((line) => line.split(/ +/u)[1]))).toEqual(new Set(['prod', 'batch', 'prod-eu']));
	expect(status).toBe(0);
});

test('prints the events of one service under the names that ECS has, and the timeline beside them', async () => {
	const run = await shop.run('events checkout --json');
	const { events, timeline } = run.json() as {
		readonly events: readonly object[];
		readonly timeline: readonly object[];
	};
	expect(events.length).toBeGreaterThan(1);
	expect(events.at(-1)).toEqual({
		id: expect.any(String),
		createdAt: expect.stringMatching(/^2026-03-14T1.*Z$/u),
		message: expect.stringContaining('(service checkout'),
		clusterArn: expect.stringContaining(':cluster/prod'),
		serviceName: 'checkout',
	});
	expect(JSON.stringify(events)).not.toContain('deploy :42');
	expect(timeline).toContainEqual(
		expect.objectContaining({
			at: expect.stringMatching(/^2026-03-14T1.*Z$/u),
			kind: 'deployment',
			level: 'changing',
			text: expect.stringContaining('deploy :42 → :43 began'),
			serviceArn: expect.stringContaining('service/prod/checkout'),
		}),
	);
});

test('tells once what was deployed, from what to what, and what was new in it', async () => {
	const { lines } = await shop.run('events checkout');
	const began = lines.filter((line) => line.includes(' deploy :42 → :43 began'));
	expect(began).toHaveLength(1);
	expect(began[0]).toMatch(/began: image …/u);
});

test('keeps the kinds and the time that were asked for', async () => {
	const kinds = async (line: string) =>
		new Set((await shop.run(line)).lines.slice(1).map((row) => row.split(/ {2,}/u)[3]));
	expect(await kinds('events checkout --kind deployment')).toEqual(new Set(['deployment']));
	const since = new Date(NOON - 10 * MINUTE).toISOString();
	const times = (await shop.run(`events checkout --since ${since}`)).lines.slice(1).map((line) => line.slice(0, 24));
	expect(times.length).toBeGreaterThan(0);
	expect(times.every((time) => time >= since)).toBe(true);
	expect((await shop.run('events checkout --since 10m')).lines.slice(1).map((line) => line.slice(0, 24))).toEqual(
		times,
	);
});

test('reckons back from the time of AWS, whatever this machine takes it for', async () => {
	const { lines } = await shop.run('events checkout --since 10m');
	const wrong = await shop.run('events checkout --since 10m', { now: () => NOON + 180 * MINUTE });
	expect(wrong.lines).toEqual(lines);
	expect(wrong.stderr).toContain("this machine's clock is 180 min ahead of AWS's");
});

test('wants the zone of a time', async () => {
	const { status, stderr } = await shop.run('events checkout --since 2026-03-14T12:00');
	expect(stderr).toContain('write it with its zone');
	expect(status).toBe(2);
});

test('writes the timeline for a post-mortem', async () => {
	const { stdout, status } = await shop.run('events checkout --since 24h --markdown');
	expect(stdout).toMatch(
		/^# What happened to `checkout in prod`\n\naccount \d{4}-\d{4}-\d{4}, ap-northeast-1, 2026-03-13 12:00:00 to 2026-03-14 12:00:\d\d UTC\.\n/u,
	);
	expect(stdout).toContain('| UTC |  | kind | what |\n| --- | --- | --- | --- |\n');
	expect(stdout).toMatch(/^\| 2026-03-1\d \d\d:\d\d:\d\d \| ⟳ \| deployment \| `deploy :42 → :43 began: image /mu);
	expect(status).toBe(0);
});

test('the table for all services says of which cluster each is, where there are several', async () => {
	expect((await shop.run('events --markdown')).stdout).toMatch(/^\| .* \| `prod\/checkout` \| deployment \|/mu);
	expect((await shop.run('events --markdown --cluster prod')).stdout).toMatch(
		/^\| .* \| `checkout` \| deployment \|/mu,
	);
});

test('has what was changed with deckwatch in it', async () => {
	const home = await mkdtemp(join(tmpdir(), 'deckwatch-'));
	const subject = {
		serviceArn: '',
		serviceName: 'checkout',
		clusterName: 'prod',
		account: '',
		region: '',
		clusterArn: '',
	};
	const { timeline } = (await shop.run('events checkout --json')).json() as {
		timeline: readonly { serviceArn: string }[];
	};
	const own = {
		...subject,
		serviceArn: timeline[0]?.serviceArn,
		id: 'c1',
		verb: 'scale',
		time: '2026-03-14T11:59:00.000Z',
	};
	const entries = [
		{ ...own, event: 'planned', differences: [{ what: 'Desired count', before: '4', after: '6' }] },
		{ ...own, event: 'ended', outcome: { state: 'done', text: '6 of 6 running' } },
	];
	await mkdir(join(home, 'deckwatch'));
	await writeFile(join(home, 'deckwatch', 'audit.jsonl'), entries.map((entry) => JSON.stringify(entry)).join('\n'));
	const { stdout } = await shop.run('events checkout --kind change', { env: { XDG_STATE_HOME: home } });
	expect(stdout).toContain('scale: Desired count 4 → 6');
	await rm(home, { recursive: true });
});

test('says what may not be read, and tells the rest', async () => {
	shop.suffer(
		{ operation: 'ecs:ListServiceDeployments', accessDenied: true },
		{ operation: 'application-autoscaling:DescribeScalingActivities', accessDenied: true },
	);
	const { status, stdout, stderr } = await shop.run('events checkout --markdown');
	expect(stdout).toContain('has reached a steady state');
	expect(stdout).toContain('Could not be read, and is not in it: past deploys, scaling activities.');
	expect(stderr).toContain('What happened is told without past deploys');
	expect(status).toBe(0);
});
