import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allBindings, heardTogether } from '../../../src/app/all-bindings.ts';
import { contextsOf } from '../../../src/cli/config/contexts-of.ts';
import { parseConfig } from '../../../src/cli/config/parse-config.ts';

const BINDINGS = heardTogether(allBindings());

test('reads a config and accepts one key or several for an action', () => {
	const { config } = parseConfig('regions: [ap-northeast-1]\nkeys:\n  sort.next: o\n  quit: [Q, ctrl-q]\n', BINDINGS);
	expect(config).toEqual({
		regions: ['ap-northeast-1'],
		keys: { 'sort.next': ['o'], quit: ['Q', 'ctrl-q'] },
	});
});

test('an empty file sets nothing', () => {
	expect(parseConfig('', BINDINGS).config).toEqual({});
});

test('names the line and column of a setting that does not exist', () => {
	const { problems } = parseConfig('profile: prod\n\nregoins: [eu-west-1]\n', BINDINGS);
	expect(problems).toEqual([
		{
			line: 3,
			column: 1,
			message: expect.stringMatching(/^regoins: there is no such setting; there are profile, regions/u),
		},
	]);
});

test.each([
	['regions: eu-west-1', 'regions: write a list, such as [eu-west-1]'],
	['regions: []', 'regions: write a list, such as [eu-west-1]'],
	['refresh: often', 'refresh: write a number of seconds from 1 to 60'],
	['refresh: 100', 'refresh: write a number of seconds from 1 to 60'],
	['theme: blue', 'theme: write auto, dark or light'],
	['endpointUrl: there', 'endpointUrl: write a URL, such as http://127.0.0.1:4566'],
	['keys: [q]', 'keys: write actions with their keys, such as { quit: Q }'],
	['keys: { quit: 3 }', 'keys: quit: write a key or a list of keys, such as Q or [Q, ctrl-q]'],
])('says what to write instead of `%s`, with its line', (line, message) => {
	const { problems } = parseConfig(`# mine\n${line}\n`, BINDINGS);
	expect(problems).toEqual([{ line: 2, column: expect.any(Number) as number, message }]);
});

test('says what to write where there are no settings at all', () => {
	expect(parseConfig('prod\n', BINDINGS).problems).toMatchObject([
		{ line: 1, message: 'write settings with their values, such as `profile: prod`' },
	]);
});

test('names every setting that does not exist', () => {
	const { problems } = parseConfig('profil: prod\nregoins: [eu-west-1]\n', BINDINGS);
	expect(problems.map(({ line }) => line)).toEqual([1, 2]);
});

test('names the line of an unknown action and of an impossible key', () => {
	const { problems } = parseConfig('keys:\n  sort.next: "ctrl-shift"\n  nothing: x\n', BINDINGS);
	expect(problems).toMatchObject([
		{ line: 2, message: expect.stringContaining('"shift" is not a key name') },
		{ line: 3, message: expect.stringContaining('"nothing" is not an action') },
	]);
});

test('finds all that is wrong at one look, in the order of the lines', () => {
	const text = 'keys:\n  nothing: x\n  quit: l\nregoins: [eu-west-1]\ntheme: blue\n';
	expect(parseConfig(text, BINDINGS).problems.map(({ line }) => line)).toEqual([2, 3, 4, 5]);
});

test('names the line where the YAML itself is broken', () => {
	const { problems } = parseConfig('profile: prod\nregions: [eu-west-1\n', BINDINGS);
	expect(problems[0]?.line).toBeGreaterThan(1);
});

test.each([
	['quit: l', 2, 'l would be both open.logs and quit'],
	['quit: q\n  open.logs: q', 3, 'q would be both open.logs and quit'],
	['move.down: /', 2, '/ would be both filter and move.down'],
	['open.metrics: W', 2, 'W would be both logs.wrap and open.metrics'],
])('names the line and both actions where `%s` gives two of them one key', (keys, line, message) => {
	const { problems } = parseConfig(`keys:\n  ${keys}\n`, BINDINGS);
	expect(problems).toContainEqual({ line, column: 3, message: expect.stringContaining(message) as string });
});

test('lets two actions swap their keys', () => {
	expect(parseConfig('keys: { open.logs: e, open.events: l }\n', BINDINGS).problems).toEqual([]);
});

describe('contexts', () => {
	const good =
		"profile: shop-prod, account: '011122223333', regions: [eu-west-1], clusters: [prod, 'prod-*'], readOnly: true";

	test('are read with their names, and an account with its hyphens', () => {
		const { config, problems } = parseConfig(
			`contexts:\n  prod: { ${good} }\n  本番: { account: 1111-2222-3333, protected: true }\n`,
			BINDINGS,
		);
		expect(problems).toEqual([]);
		expect(contextsOf(config ?? {})).toMatchObject([
			{ name: 'prod', account: '011122223333', clusters: ['prod', 'prod-*'], readOnly: true },
			{ name: '本番', account: '111122223333', protected: true },
		]);
		expect(contextsOf({})).toEqual([]);
	});

	test.each([
		['account: 011122223333', "account: write its twelve digits in quotes, such as '011122223333'"],
		["account: '1111'", 'account: write its twelve digits in quotes'],
		[
			'acount: x',
			'acount: there is no such setting; there are profile, account, regions, clusters, readOnly, protected',
		],
		['regions: eu-west-1', 'regions: write a list, such as [eu-west-1]'],
		['regions: [EU WEST]', 'regions: write a list, such as [eu-west-1]'],
		['clusters: [arn:aws:ecs:x]', 'clusters: write a list of names, with * for any letters'],
		['readOnly: yes', 'readOnly: write true or false'],
		['protected: 1', 'protected: write true or false'],
		['protected: true\n    profile: a', 'protected: give the account, too: another profile'],
		['readOnly: true\n    clusters: [a]\n    profile: a', 'readOnly: give the account, too: another profile'],
	])('say what to write instead of `%s`, with its line', (setting, message) => {
		const { problems } = parseConfig(`contexts:\n  prod:\n    ${setting}\n`, BINDINGS);
		expect(problems).toMatchObject([
			{ line: 3, message: expect.stringContaining(`contexts: prod: ${message}`) as string },
		]);
	});

	test.each([
		['{}', 'prod: say what it is recognised by: account, regions or clusters'],
		['{ protected: true }', 'prod: say what it is recognised by'],
		['', 'prod: write a plain name, and what it is recognised by: profile, account'],
	])('need something to be recognised by: `%s`', (setting, message) => {
		const { problems } = parseConfig(`contexts:\n  prod: ${setting}\n`, BINDINGS);
		expect(problems).toMatchObject([{ line: 2, message: expect.stringContaining(message) as string }]);
	});

	test('may have a rule by their clusters alone, and a profile alone without a rule', () => {
		const text = 'contexts: { prod: { clusters: ["prod*"], readOnly: true }, dev: { profile: dev } }\n';
		expect(parseConfig(text, BINDINGS).problems).toEqual([]);
	});

	test('are told of beside what is wrong elsewhere', () => {
		const text = 'contexts:\n  prod:\n    profile: a\n    readOnly: true\ntheme: blue\n';
		expect(parseConfig(text, BINDINGS).problems.map(({ line }) => line)).toEqual([4, 5]);
	});
});

test("takes the README's example", () => {
	const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
	const [, example = ''] = /```yaml\n([^]*?)```/u.exec(readme) ?? [];
	const { config, problems } = parseConfig(example, BINDINGS);
	expect(problems).toEqual([]);
	expect(config).toMatchObject({ profile: 'prod', keys: { quit: ['Q'] } });
});
