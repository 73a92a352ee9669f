import { describe, expect, test } from 'vitest';
import type { Column } from '../../src/components/column.ts';
import { arrange } from '../../src/views/arrange.ts';

type Row = { readonly name: string; readonly cpu?: number };

const COLUMNS: readonly Column<Row>[] = [
	{ id: 'service', title: 'SERVICE', width: { min: 8, ideal: 8 }, priority: 0, cell: ({ name }) => [{ text: name }] },
	{
		id: 'cpu',
		title: 'CPU',
		width: { min: 4, ideal: 4 },
		priority: 1,
		cell: ({ cpu }) => [{ text: cpu === undefined ? '-' : `${cpu}%` }],
		sortBy: ({ cpu }) => cpu,
	},
];
const ROWS: readonly Row[] = [
	{ name: 'web-10', cpu: 9 },
	{ name: 'mailer' },
	{ name: 'web-9', cpu: 91 },
	{ name: 'cart', cpu: 9 },
];

function names(filter: string, sort?: { readonly column: string; readonly descending: boolean }): readonly string[] {
	return arrange(ROWS, COLUMNS, { filter, sort }).items.map(({ name }) => name);
}

describe('arrange', () => {
	test('keeps the order and the very list when nothing is asked for', () => {
		expect(arrange(ROWS, COLUMNS, { filter: '', sort: undefined }).items).toBe(ROWS);
	});

	test('sorts numbers as numbers, equal ones in their old order', () => {
		expect(names('', { column: 'cpu', descending: false })).toEqual(['web-10', 'cart', 'web-9', 'mailer']);
	});

	test('puts what has no value last, whichever way', () => {
		expect(names('', { column: 'cpu', descending: true }).at(-1)).toBe('mailer');
	});

	test('sorts names as people count', () => {
		expect(names('web', { column: 'service', descending: false })).toEqual(['web-9', 'web-10']);
	});

	test('filters by what the cells say', () => {
		expect(names('cpu:9%')).toEqual(['web-10', 'cart']);
		expect(names('cpu:/^9\\d/')).toEqual(['web-9']);
	});

	test('leaves the order alone when the column is not there', () => {
		expect(names('', { column: 'gone', descending: true })).toEqual(ROWS.map(({ name }) => name));
	});

	test('passes the problem of a filter on', () => {
		expect(arrange(ROWS, COLUMNS, { filter: '/(/', sort: undefined }).problem).toBeDefined();
	});
});
