import { expect, test } from 'vitest';
import { plainText } from '../../../src/components/segment.ts';
import { cpuCell, memoryCell } from '../../../src/views/services/cpu-cell.ts';
import type { ServiceRow } from '../../../src/views/services/service-row.ts';
import { SERVICES } from '../../fixtures/shop-service.ts';
import { NIGHT } from '../../fixtures/shop.ts';
import { THEME } from '../../fixtures/theme.ts';

const [service] = SERVICES;

function row(values: readonly (number | null)[] | undefined, cpuTarget?: number): ServiceRow {
	if (!service) throw new Error('the shop has services');
	const series = values && { startedAt: NIGHT, periodMs: 60_000, values };
	return {
		service,
		evidence: { service },
		clusterName: 'prod',
		region: 'ap-northeast-1',
		attention: { level: 'fine', reason: '', findings: [] },
		metrics: series && { cpu: series, memory: series },
		cpuTarget,
		targets: undefined,
		stale: { state: false, metrics: false, targets: false },
	};
}

test('shows value, course and target', () => {
	expect(plainText(cpuCell(row([30, 43, 71, 88], 60), 14, THEME))).toBe(' 88% ▃▄▆▇ / 60');
});

test('shows more of the course where there is room, and less where there is none', () => {
	expect(plainText(cpuCell(row([30, 43, 71, 88], 60), 12, THEME))).toBe(' 88% ▄▇ / 60');
});

test('is a dash, never 0, when CloudWatch has nothing', () => {
	expect(plainText(cpuCell(row(undefined), 14, THEME)).trim()).toBe('-');
	expect(plainText(cpuCell(row([null, null]), 14, THEME)).trim()).toBe('-');
});

test('shows the target also where CPU is not known', () => {
	expect(plainText(cpuCell(row(undefined, 60), 14, THEME)).trim()).toBe('- / 60');
});

test('warns above the target', () => {
	expect(cpuCell(row([88], 60), 14, THEME)[0]?.color).toBe(THEME.degraded);
	expect(cpuCell(row([58], 60), 14, THEME)[0]?.color).toBeUndefined();
});

test('is dim, and warns of nothing, when it could not be read anew', () => {
	const old = { ...row([88], 60), stale: { state: false, metrics: true, targets: false } };
	expect(cpuCell(old, 14, THEME).map(({ color }) => color)).toEqual([THEME.dim, THEME.dim, THEME.dim]);
	expect(memoryCell(old, THEME)).toEqual([{ text: ' 88%', color: THEME.dim }]);
});

test('warns of memory that runs out', () => {
	expect(memoryCell(row([97]), THEME)).toEqual([{ text: ' 97%', color: THEME.degraded }]);
});
