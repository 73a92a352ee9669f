import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCli } from '../run-cli.ts';

let home = '';

beforeEach(async () => {
	home = await mkdtemp(join(tmpdir(), 'deckwatch-config-'));
	await mkdir(join(home, 'deckwatch'));
});
afterEach(() => rm(home, { recursive: true }));

const path = () => join(home, 'deckwatch', 'config.yaml');

async function check(config: string | undefined, ...options: readonly string[]) {
	if (config !== undefined) await writeFile(path(), config);
	return runCli(['config', 'check', ...options], { env: { XDG_CONFIG_HOME: home } });
}

test('says what a good file sets', async () => {
	expect(await check('profile: prod\nregions: [eu-west-1]\n')).toMatchObject({
		status: 0,
		stdout: `${path()}: sets profile, regions. All is well.\n`,
		stderr: '',
	});
});

test('says what each context is recognised by, and what holds there', async () => {
	const contexts =
		"contexts:\n  prod: { profile: p, account: '111122223333', clusters: [prod, 'prod-*'], readOnly: true, protected: true }\n" +
		'  dev: { profile: dev, regions: [eu-west-1] }\n';
	expect((await check(contexts)).stdout.split('\n').slice(1)).toEqual([
		'  prod: account 111122223333 · clusters prod, prod-* · read-only · protected',
		'  dev: profile dev · eu-west-1 · no rules',
		'',
	]);
});

test('says that there is no file, and where it would be', async () => {
	const { status, stdout } = await check(undefined);
	expect(stdout).toBe(`There is no config file; it would be ${path()}. The defaults apply.\n`);
	expect(status).toBe(0);
});

test('says that a file sets nothing', async () => {
	expect((await check('# later\n')).stdout).toBe(`${path()}: sets nothing. The defaults apply.\n`);
});

test('prints the config as it was understood', async () => {
	expect((await check('keys: { quit: Q }\n', '--json')).json()).toEqual({
		path: path(),
		config: { keys: { quit: ['Q'] } },
	});
});

test('names file, line and column of every mistake, and ends with status 2', async () => {
	const { status, stdout, stderr } = await check('profile: prod\nregoins: [eu-west-1]\nrefresh: often\n');
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain(`${path()}:2:1: regoins: there is no such setting`);
	expect(stderr).toContain(`${path()}:3:1: refresh: `);
});

test('refuses a file that was asked for and is not there', async () => {
	const { status, stderr } = await check(undefined, '--config', join(home, 'other.yaml'));
	expect(stderr).toBe(`deckwatch: There is no config file ${join(home, 'other.yaml')}.\n`);
	expect(status).toBe(2);
});
