import { describe, expect, test } from 'vitest';
import { NOON, shopServer, TOKYO } from '../shop-server.ts';

type Document = { readonly findings: readonly Readonly<Record<string, unknown>>[] };

/** Logs are read by and by, so many calls a second: it takes a clock that runs. */
function running(): () => number {
	const begun = Date.now();
	return () => NOON + Date.now() - begun;
}

describe('in a shop where much goes wrong', () => {
	const shop = shopServer();

	test('tells what is wrong, the most severe first, by what it is told, and what to do', async () => {
		const { status, stdout } = await shop.run('why', { now: running() });
		const severities = stdout.match(/^ {2}(?:critical|high|warning|info)\b/gmu)?.map((word) => word.trim()) ?? [];
		const order = ['critical', 'high', 'warning', 'info'];
		expect(severities).toEqual(severities.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
		expect(stdout).toMatch(/^✖ checkout in prod \(ap-northeast-1\): checkout listens on 8081, but its health check/mu);
		expect(stdout).toMatch(/^ {2}\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ {2}.+ \(ecs:DescribeTasks\)$/mu);
		expect(stdout).toMatch(/^ {2}→ Roll back .+\n {6}deckwatch rollback checkout/mu);
		expect(status).toBe(0);
	});

	test('of one service it tells nothing about others', async () => {
		const { stdout } = await shop.run('why payments --cluster prod', { now: running() });
		expect(stdout).toContain('payments in prod');
		expect(stdout).not.toContain('checkout in prod');
	});

	test('a script gets one document, times in ISO, and its exit status by what is found', async () => {
		const run = await shop.run('why --cluster prod --json --fail-on high', { now: running() });
		const [first] = (run.json() as Document).findings;
		expect(first).toMatchObject({
			id: expect.stringMatching(/^[a-z-]+$/u),
			severity: expect.stringMatching(/^(?:critical|high)$/u),
			serviceArns: [expect.stringContaining(`arn:aws:ecs:${TOKYO}:`)],
			since: expect.stringMatching(/Z$/u),
			evidence: expect.arrayContaining([expect.objectContaining({ at: expect.stringMatching(/Z$/u) })]),
			next: expect.any(Array),
		});
		expect(run.status).toBe(6);
	});

	test('refuses a severity that there is not', async () => {
		const { status, stderr } = await shop.run('why --fail-on bad');
		expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining('critical') });
	});
});

describe('where all is well', () => {
	const shop = shopServer('calm');

	test('says so, and does not fail', async () => {
		const { status, stdout, stderr } = await shop.run('why --fail-on warning');
		expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
		expect(stderr).toMatch(/Nothing is found wrong with any of \d+ services\./u);
	});
});
