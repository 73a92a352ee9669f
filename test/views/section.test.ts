import { expect, test } from 'vitest';
import { fieldSection, sectionLines, TWO_COLUMNS_FROM } from '../../src/views/section.ts';
import { line, lineText, lineWidth } from '../../src/views/text-line.ts';

const network = fieldSection('Network', [
	{ label: 'subnets', text: ['subnet-0ab1', 'subnet-0ab2'] },
	{ label: 'public IP', text: 'no' },
]);
const capacity = fieldSection('Capacity', [{ label: 'platform', text: 'Linux 1.4.0' }]);

const text = (...args: Parameters<typeof sectionLines>): readonly string[] =>
	sectionLines(...args).map((one) => lineText(one).trimEnd());

test('puts labels in one column and every value in its own line', () => {
	expect(text([network], 30)).toEqual([
		'Network ──────────────────────',
		'subnets    subnet-0ab1',
		'           subnet-0ab2',
		'public IP  no',
		'',
	]);
});

test('leaves a field without text out', () => {
	expect(text([fieldSection('Tags', [{ label: 'none', text: '' }, undefined])], 20)).toEqual([
		'Tags ───────────────',
		'',
	]);
});

test('stands sections side by side where there is room', () => {
	const lines = text([network, capacity], TWO_COLUMNS_FROM);
	expect(lines[0]).toMatch(/^Network ─+ {3}Capacity ─+$/u);
	expect(lines[1]).toMatch(/^subnets {4}subnet-0ab1 +platform {2}Linux 1\.4\.0$/u);
});

test('gives a wide section the whole width between the others', () => {
	const table = { title: 'Targets', wide: true, lines: () => [line('10.0.3.41:8080')] };
	const titles = text([network, table, capacity], TWO_COLUMNS_FROM).filter((one) => one.includes('──'));
	expect(titles.map((title) => title.replaceAll(/ ?─+/gu, ''))).toEqual(['Network', 'Targets', 'Capacity']);
	expect(lineWidth(sectionLines([table], 118)[0] ?? [])).toBe(118);
});
