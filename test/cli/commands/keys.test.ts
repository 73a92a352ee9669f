import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { allBindings } from '../../../src/app/all-bindings.ts';
import { runCli } from '../run-cli.ts';

test('lists every key of the console with the id that remaps it', async () => {
	const { status, lines } = await runCli(['keys']);
	const { everywhere, cover, dialog, panes } = allBindings();
	const bindings = [everywhere, cover, dialog, ...panes].flatMap((each) => each.bindings);
	expect(lines[0]).toMatch(/^WHERE +KEYS +ID +DOES$/u);
	expect(lines).toHaveLength(1 + bindings.length);
	expect(status).toBe(0);
});

test('prints them as one document, with the own keys of the config file', async () => {
	const folder = await mkdtemp(join(tmpdir(), 'deckwatch-keys-'));
	const config = join(folder, 'config.yaml');
	await writeFile(config, 'keys: { refresh: ctrl-g }\n');
	const run = await runCli(['keys', '--json', '--config', config]);
	await rm(folder, { recursive: true });
	const { keys } = run.json() as { readonly keys: readonly object[] };
	expect(keys).toContainEqual({
		scope: expect.any(String),
		id: 'refresh',
		keys: ['ctrl-g'],
		label: 'refresh now',
		help: expect.any(String),
	});
});
