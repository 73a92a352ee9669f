import { expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, openShop } from '../services/open-shop.ts';
import { serviceOf, tasksOf } from './told.ts';

test('oom kills tasks of a revision that was deployed without trouble, each some minutes after its start', async () => {
	const shop = openShop('oom');
	const { deployments, taskDefinition } = await serviceOf(shop, 'prod', 'recommendations');
	expect(taskDefinition).toMatch(/recommendations:64$/u);
	expect(deployments).toMatchObject([{ rolloutState: 'COMPLETED', failedTasks: 0 }]);
	const killed = (await tasksOf(shop, 'prod', 'recommendations', 'STOPPED')).filter(
		({ containers }) => containers?.[0]?.exitCode === 137,
	);
	expect(killed.length).toBeGreaterThan(10);
	for (const { taskDefinitionArn, startedBy, startedAt, stoppingAt, containers } of killed) {
		expect(taskDefinitionArn).toBe(taskDefinition);
		expect(startedBy).toBe(deployments?.[0]?.id);
		expect(containers?.[0]?.reason).toBe('OutOfMemoryError: Container killed due to memory usage');
		expect(Number(startedAt)).toBeGreaterThan(NOON - 48 * MINUTE);
		expect(Number(stoppingAt) - Number(startedAt)).toBeGreaterThan(5 * MINUTE);
	}
});
