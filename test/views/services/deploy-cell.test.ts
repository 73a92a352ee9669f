import { describe, expect, test } from 'vitest';
import { plainText } from '../../../src/components/segment.ts';
import type { Service } from '../../../src/model/service.ts';
import { deployCell } from '../../../src/views/services/deploy-cell.ts';
import { SERVICES, service } from '../../fixtures/shop-service.ts';
import { HOUR, MINUTE, NIGHT } from '../../fixtures/shop.ts';
import { THEME } from '../../fixtures/theme.ts';

function cell(name: string): string {
	const found = SERVICES.find(({ serviceName }) => serviceName === name);
	return found ? plainText(deployCell(found, NIGHT, THEME)) : '';
}

describe('deployCell', () => {
	test('shows how far a rollout is', () => {
		expect(cell('checkout')).toBe('⟳ :43   50%');
	});

	test('says that a deployment was rolled back', () => {
		expect(cell('payments')).toBe('✖ rolled back');
	});

	test('shows the revision that is in place', () => {
		expect(cell('search')).toBe('✔ :118');
	});

	test('says that a deployment failed and stays', () => {
		const failed = service('ledger', { revision: 233, desired: 2, rollout: { state: 'FAILED', running: 0 } });
		expect(plainText(deployCell(failed, NIGHT, THEME))).toBe('✖ :233 failed');
	});

	test('shows the task set that another controller brings in, else the one that serves', () => {
		const bare = { ...service('web', { revision: 1, desired: 4 }), deployments: [] };
		const set = {
			id: 'a',
			status: 'PRIMARY',
			taskDefinition: 'web:1',
			desiredCount: 4,
			runningCount: 4,
			pendingCount: 0,
		};
		const green = { ...set, status: 'ACTIVE', taskDefinition: 'web:2', runningCount: 1 };
		const shown = (taskSets: Service['taskSets'] = []) => plainText(deployCell({ ...bare, taskSets }, NIGHT, THEME));
		expect(shown([green, set])).toBe('⟳ :2    25%');
		expect(shown([set])).toBe('✔ :1');
		expect(shown()).toBe('-');
	});

	test('is green only just after it became well', () => {
		const markOf = (deployedAt: number) =>
			deployCell(service('web', { revision: 1, desired: 2, deployedAt }), NIGHT, THEME)[0]?.color;
		expect(markOf(NIGHT - 8 * MINUTE)).toBe(THEME.well);
		expect(markOf(NIGHT - 8 * HOUR)).toBe(THEME.dim);
	});
});
