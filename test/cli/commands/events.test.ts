import { expect, test } from 'vitest';
import { shopServer } from '../shop-server.ts';

const shop = shopServer();

test('lists the events of all services together, oldest first', async () => {
	const { status, lines } = await shop.run('events');
	expect(lines[0]).toMatch(/^TIME +CLUSTER +SERVICE +EVENT$/u);
	const times = lines.slice(1).map((line) => line.slice(0, 24));
	expect(times).toEqual(times.toSorted());
	expect(new Set(lines.slice(1).map((line) => line.split(/ +/u)[1]))).toEqual(new Set(['prod', 'batch', 'prod-eu']));
	expect(status).toBe(0);
});

test('prints the events of one service under the names that ECS has', async () => {
	const run = await shop.run('events checkout --json');
	const { events } = run.json() as { readonly events: readonly object[] };
	expect(events.length).toBeGreaterThan(1);
	expect(events.at(-1)).toEqual({
		id: expect.any(String),
		createdAt: expect.stringMatching(/^2026-03-14T1.*Z$/u),
		message: expect.stringContaining('(service checkout'),
		clusterArn: expect.stringContaining(':cluster/prod'),
		serviceName: 'checkout',
	});
});

test('tells people what was deployed, from what to what, and scripts what ECS says', async () => {
	const { lines } = await shop.run('events checkout');
	expect(lines.filter((line) => line.includes(' deploy :42 → :43 began'))).toHaveLength(1);
	const { events } = (await shop.run('events checkout --json')).json() as { readonly events: readonly object[] };
	expect(JSON.stringify(events)).not.toContain('deploy :42');
});

test('lists the events when the history of the deploys may not be read, and says so', async () => {
	shop.suffer({ operation: 'ecs:ListServiceDeployments', accessDenied: true });
	const { status, stdout, stderr } = await shop.run('events checkout');
	expect(stdout).toContain('has reached a steady state');
	expect(stderr).toContain('Past deploys are told without their history');
	expect(status).toBe(0);
});
