import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/components/column.ts';
import { COLUMN_GAP, fitColumns } from '../../src/components/fit-columns.ts';

function column(id: string, priority: number, width: Column<string>['width'], extra = false): Column<string> {
	return { id, title: id, width, priority, extra, cell: (item) => [{ text: item }] };
}

const COLUMNS = [
	column('service', 0, { min: 10, ideal: 20, flex: 1 }),
	column('tasks', 1, { min: 5, ideal: 7 }),
	column('mem', 3, { min: 4, ideal: 4 }, true),
	column('lb', 2, { min: 5, ideal: 5 }),
];

function fitted(width: number): string {
	return fitColumns(COLUMNS, width)
		.map((one) => `${one.column.id} ${one.width}`)
		.join(', ');
}

describe('fitColumns', () => {
	test('leaves out the least important columns when there is no room', () => {
		expect(fitted(18)).toBe('service 11, tasks 5');
	});

	test('brings an extra column in only beside the ideal widths of the others', () => {
		expect(fitted(41)).toBe('service 25, tasks 7, lb 5');
		expect(fitted(42)).toBe('service 20, tasks 7, mem 4, lb 5');
	});

	test('gives what is left to the flexible columns', () => {
		expect(fitted(62)).toBe('service 40, tasks 7, mem 4, lb 5');
	});

	test('passes on what a column at its widest cannot take', () => {
		const columns = [
			column('service', 0, { min: 10, ideal: 10, flex: 1, max: 12 }),
			column('event', 1, { min: 10, ideal: 10, flex: 1 }),
		];
		expect(fitColumns(columns, 52).map(({ width }) => width)).toEqual([12, 38]);
	});

	test('keeps the order of the columns, whatever their importance', () => {
		expect(fitColumns(COLUMNS, 100).map((one) => one.column.id)).toEqual(['service', 'tasks', 'mem', 'lb']);
	});

	test('never gives out more cells than there are', () => {
		const columnArbitrary = fc
			.record({ min: fc.nat(20), more: fc.nat(20), flex: fc.nat(3), priority: fc.nat(9), extra: fc.boolean() })
			.map(({ min, more, flex, priority, extra }) =>
				column(`${priority}`, priority, { min: min + 1, ideal: min + 1 + more, flex }, extra),
			);
		fc.assert(
			fc.property(
				fc.array(columnArbitrary, { minLength: 1, maxLength: 12 }),
				fc.integer({ min: 1, max: 300 }),
				(columns, width) => {
					const widths = fitColumns(columns, width).map((one) => one.width);
					const total = widths.reduce((sum, one) => sum + one, 0) + COLUMN_GAP * (widths.length - 1);
					expect(widths.length).toBeGreaterThan(0);
					expect(total).toBeLessThanOrEqual(width);
				},
			),
		);
	});
});
