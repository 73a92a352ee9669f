import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { allBindings } from '../src/app/all-bindings.ts';
import { scenarioNames } from '../src/drydock/scenario/scenario-file.ts';
import { chordLabel } from '../src/keymap/chord.ts';

const README = new URL('../README.md', import.meta.url);

/** A key that so many panes share is told once. */
const SHARED_BY = 3;

test("the README's key table is written from the bindings, and its scenarios from their files", async () => {
	const { everywhere, cover, dialog, panes } = allBindings();
	const rows = [everywhere, cover, dialog, ...panes].flatMap(({ scope, bindings }) =>
		bindings.map((binding) => ({ scope, ...binding })),
	);
	const same = Map.groupBy(rows, ({ id, keys, label, help }) => JSON.stringify([id, keys, help ?? label]));
	const lines = Array.from(same.values(), (group) => {
		const [{ id, keys, label, help } = { id: '', keys: [], label: '', help: undefined }] = group;
		const all = group.map(({ scope }) => scope);
		// A pane may have a key of everywhere of its own, for a better place in the footer.
		const scopes = all.includes('Everywhere') ? ['Everywhere'] : all;
		const where = scopes.length > SHARED_BY ? 'Lists and texts' : scopes.join(', ');
		const chords = keys.map((key) => `\`${chordLabel(key).replace('|', '\\|')}\``).join(' ');
		return `| ${where} | ${chords || 'by name, `:`'} | ${help ?? label} | \`${id}\` |`;
	});
	const table = ['| where | key | does | id |', '|---|---|---|---|', ...lines].join('\n');
	const scenarios = ['shop', ...scenarioNames().filter((name) => name !== 'shop')].join(', ');
	const written = readFileSync(README, 'utf8')
		.replace(/(<!-- keys -->\n)[^]*(<!-- \/keys -->)/u, (_, start: string, end: string) => `${start}${table}\n${end}`)
		.replace(/^(deckwatch --demo \w+ +# ).*$/mu, (_, start: string) => `${start}${scenarios}`);
	await expect(written).toMatchFileSnapshot('../README.md');
});
