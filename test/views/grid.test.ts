import { expect, test } from 'vitest';
import { gridLines } from '../../src/views/grid.ts';
import { lineText, span } from '../../src/views/text-line.ts';

type Row = { readonly name: string; readonly cpu: string; readonly why: string };
const columns = [
	{ title: 'NAME', cell: ({ name }: Row) => span(name) },
	{ title: 'CPU', align: 'right' as const, cell: ({ cpu }: Row) => span(cpu) },
	{ title: 'WHY', cell: ({ why }: Row) => span(why) },
];
const rows = [
	{ name: 'app', cpu: '1024', why: 'killed because it took more memory than it has' },
	{ name: 'datadog-agent', cpu: '8', why: '' },
];
const text = (width: number): readonly string[] =>
	gridLines(columns, rows, width).map((one) => lineText(one).trimEnd());

test('makes columns as wide as their widest cell and wraps the last one', () => {
	expect(text(48)).toEqual([
		'NAME            CPU  WHY',
		'app            1024  killed because it took more',
		'                     memory than it has',
		'datadog-agent     8',
	]);
});

test('puts the last column under its row where there is no room beside', () => {
	expect(text(40)).toEqual([
		'NAME            CPU',
		'app            1024',
		'    killed because it took more memory',
		'    than it has',
		'datadog-agent     8',
	]);
});
