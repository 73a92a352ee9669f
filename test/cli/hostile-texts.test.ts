import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { regionsAsked } from '../../src/cli/target.ts';
import { runCli } from './run-cli.ts';

const EVIL = '\u009d8;;http://evil\u009cna\u202eme\u001b[2J';

test('what stands in the config file is text in the complaint about it, line by line', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const config = join(folder, 'config.yaml');
	writeFileSync(config, JSON.stringify({ [EVIL]: 1, other: 2 }));
	const { status, stderr } = await runCli(['services', '--config', config]);
	expect(status).toBe(2);
	const [first, second] = stderr.split('\n');
	expect(first).toContain('name: there is no such setting');
	expect(second).toContain('other: there is no such setting');
	expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Control}|\u202e/u);
});

test.each([
	['the options', { region: [EVIL] }, {}, {}],
	['the config file', {}, { regions: [EVIL] }, {}],
	['the environment', {}, {}, { AWS_REGION: EVIL }],
])('so is a name from %s that can be no region: it is refused', async (_, args, config, env) => {
	const io = {
		stdout: process.stdout,
		stderr: process.stderr,
		env,
		signal: AbortSignal.abort(),
		wait: async () => {},
		now: () => 0,
	};
	await expect(regionsAsked(args, config, io)).rejects.toThrow(/: "name" can be no region/);
});
