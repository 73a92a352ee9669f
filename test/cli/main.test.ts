import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runCli } from './run-cli.ts';

test('--version is the version of the package', async () => {
	const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
	expect(await runCli(['--version'])).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: '' });
});

test('--help lists every command and every common option on stdout', async () => {
	const { status, stdout, stderr } = await runCli(['--help']);
	const commands = Array.from(stdout.matchAll(/^ {2}deckwatch ([\w-]+)/gmu), ([, name]) => name);
	expect(commands).toEqual([
		'clusters',
		'services',
		'tasks',
		'why',
		'health',
		'events',
		'deployments',
		'logs',
		'scale',
		'target',
		'deploy',
		'rollback',
		'continue-deployment',
		'stop-task',
		'run-task',
		'enable-exec',
		'explain',
		'audit',
		'drydock',
		'keys',
		'config',
		'completion',
	]);
	for (const option of ['profile', 'region', 'cluster', 'endpoint-url', 'refresh', 'read-only', 'demo', 'json']) {
		expect(stdout).toContain(`--${option}`);
	}
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
});

test('a command says what it takes', async () => {
	const { status, stdout } = await runCli(['logs', '--help']);
	expect(stdout).toMatch(/^deckwatch logs <service>\n/u);
	expect(stdout).toMatch(/--since +How far back: 90s, 15m, 2h, 1d/u);
	expect(status).toBe(0);
});

test.each([
	['servics', 'There is no command "servics". Did you mean services? `deckwatch --help` shows what there is.'],
	['frobnicate', 'There is no command "frobnicate". `deckwatch --help` shows what there is.'],
	['services --jsn', 'There is no option --jsn. Did you mean --json? `deckwatch services --help` shows what there is.'],
	[
		'services checkout',
		'`deckwatch services` has no use for "checkout". `deckwatch services --help` shows what there is.',
	],
	['logs', '`deckwatch logs <service>`: which service? `deckwatch logs --help` shows what there is.'],
	['logs --json', '`deckwatch logs <service>`: which service? `deckwatch logs --help` shows what there is.'],
	['config', '`deckwatch config <action>`: which action? `deckwatch config --help` shows what there is.'],
	['config chekc', '"chekc" is not one of the choices: "check". `deckwatch config --help` shows what there is.'],
	['services --region', '--region needs a value. `deckwatch services --help` shows what there is.'],
	['services --profile --json', '--profile needs a value. `deckwatch services --help` shows what there is.'],
	['services --profile a --profile b', '--profile can be given only once.'],
	['services --region eu_west;rm', '--region: "eu_west;rm" can be no region: write one such as eu-west-1.'],
	[
		'services --region a --endpoint-url 127.0.0.1:4566',
		'--endpoint-url: "127.0.0.1:4566" is no address of a server: write one such as http://127.0.0.1:4566.',
	],
	[
		'services --region a --endpoint-url ftp://host',
		'--endpoint-url: "ftp://host" is no address of a server: write one such as http://127.0.0.1:4566.',
	],
	[
		'services --profile nope',
		'The profile nope could not be found. `aws configure list-profiles` lists those there are.',
	],
	['drydock --port many', '--port needs a number.'],
	['drydock --port 70000', '--port is a number from 0 to 65535.'],
	['drydock --speed 0', '--speed is a number above 0 and up to 3600.'],
])('`deckwatch %s` is refused in words, with status 2', async (line, message) => {
	const { status, stdout, stderr } = await runCli(line.split(' '));
	expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: `deckwatch: ${message}\n` });
});

test('the console says that it needs a terminal, and names the commands that do not', async () => {
	const { status, stdout, stderr } = await runCli(['--demo']);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toContain('The console needs a terminal');
	expect(stderr).toContain('deckwatch services --json');
});

test('the console says that a terminal cannot show it, and names the commands', async () => {
	const { status, stderr } = await runCli(['--demo'], { tty: true, env: { TERM: 'dumb' } });
	expect(status).toBe(2);
	expect(stderr).toMatch(/TERM=dumb.*`deckwatch services`/su);
});

test('an address or a region of the environment that can be none is named with its variable', async () => {
	const of = async (env: Readonly<Record<string, string>>) => (await runCli(['services'], { env })).stderr;
	expect(await of({ AWS_REGION: 'eu-west-1', AWS_ENDPOINT_URL_ECS: 'here' })).toMatch(
		/AWS_ENDPOINT_URL_ECS: "here" is no/u,
	);
	expect(await of({ AWS_REGION: 'eu west' })).toMatch(/AWS_REGION: "eu west" can be no region/u);
});

test.each(['--region', '--cluster'])('%s with nothing in it is not taken for all there are', async (option) => {
	const { status, stderr } = await runCli(['services', option, '']);
	expect({ status, stderr }).toEqual({ status: 2, stderr: `deckwatch: ${option} needs a value.\n` });
});
