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
