import { expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';
import { IRELAND, shopServer, TOKYO } from '../shop-server.ts';

const shop = shopServer();

test('lists the clusters of all regions under their titles', async () => {
	const { status, lines, stderr } = await shop.run('clusters');
	expect(lines[0]).toMatch(/^CLUSTER +REGION +STATUS +SERVICES +RUNNING +PENDING$/u);
	expect(lines.slice(1).map((line) => line.split(/ +/u).slice(0, 3))).toEqual([
		['batch', TOKYO, 'ACTIVE'],
		['prod', TOKYO, 'ACTIVE'],
		['prod-eu', IRELAND, 'ACTIVE'],
	]);
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('prints one document with the names that ecs:DescribeClusters has', async () => {
	const run = await shop.run('clusters --json --cluster prod-eu');
	expect(run.json()).toEqual({
		clusters: [
			expect.objectContaining({
				clusterArn: `arn:aws:ecs:${IRELAND}:111122223333:cluster/prod-eu`,
				clusterName: 'prod-eu',
				region: IRELAND,
				activeServicesCount: 8,
				runningTasksCount: expect.any(Number),
			}),
		],
	});
});

test('names the clusters that there are when the one asked for is not there', async () => {
	const { status, stdout, stderr } = await shop.run('clusters --cluster prd');
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toBe(
		`deckwatch: There is no cluster "prd" in ${TOKYO}, ${IRELAND}. There are: prod, batch, prod-eu.\n`,
	);
});

test('lists what one region has when the other refuses, says so, and does not end well', async () => {
	shop.lockIreland();
	const { status, lines, stderr } = await shop.run('clusters');
	expect(lines.slice(1).map((line) => line.split(' ')[0])).toEqual(['batch', 'prod']);
	expect(stderr).toContain(`deckwatch: ${IRELAND} is missing from this list:\n`);
	expect(stderr).toContain('Ask for the IAM permission ecs:ListClusters');
	expect(status).toBe(3);
});

test('prints no half document when a region refuses', async () => {
	shop.lockIreland();
	const { status, stdout, stderr } = await shop.run('clusters --json');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toContain(`nothing is printed, since ${IRELAND} cannot be read`);
});

test('does not call a cluster missing that may be in the region that refuses', async () => {
	shop.lockIreland();
	const { status, stderr } = await shop.run('clusters --cluster prod-eu');
	expect(status).toBe(3);
	expect(stderr).not.toContain('There is no cluster');
});

test('says that there are none, and where to look for them', async () => {
	const elsewhere = ['clusters', '--endpoint-url', shop.url(), '--region', 'us-west-2'];
	expect(await runCli(elsewhere)).toMatchObject({
		status: 0,
		stderr: 'deckwatch: There are no clusters there. --profile, --region and --cluster say where to look.\n',
	});
	expect((await runCli([...elsewhere, '--json'])).json()).toEqual({ clusters: [] });
});

test('looks at a region once that is named twice', async () => {
	const run = await runCli(['clusters', '--json', '--endpoint-url', shop.url(), '--region', `${IRELAND},${IRELAND}`]);
	expect((run.json() as { readonly clusters: readonly unknown[] }).clusters).toHaveLength(1);
});

test('takes a pattern for all clusters that fit it, and says when none does', async () => {
	const names = (lines: readonly string[]) => lines.slice(1).map((line) => line.split(' ')[0]);
	expect(names((await shop.run('clusters --cluster prod*,nothing-*')).lines)).toEqual(['prod', 'prod-eu']);
	expect(await shop.run('clusters --cluster nothing-*')).toMatchObject({
		status: 2,
		stderr: expect.stringContaining('There is no cluster "nothing-*"'),
	});
});
