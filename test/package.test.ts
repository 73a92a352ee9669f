import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openConsole } from './terminal/in-test.ts';

const REPOSITORY = fileURLToPath(new URL('..', import.meta.url));

/** The package as it would be published is smaller than this, bytes. */
const LARGEST = 1_500_000;

const run = promisify(execFile);
let folder: string;
let tarball: string;
let contents: readonly string[];

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'deckwatch-package-'));
	// The bundle is built already, and other tests run it: building it again would take it from under them.
	const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
	const { stdout } = await run('npm', pack, { cwd: REPOSITORY });
	const [{ filename, files }] = JSON.parse(stdout) as [Packed];
	tarball = join(folder, filename);
	contents = files.map(({ path }) => path);
	// Offline, from an empty folder: there is nothing to fetch.
	await run('npm', ['install', '--offline', '--no-audit', '--no-fund', '--prefix', folder, tarball], { cwd: folder });
}, 120_000);

afterAll(() => rm(folder, { recursive: true }));

type Packed = { readonly filename: string; readonly files: readonly { readonly path: string }[] };

test('the package has the launcher, the bundle, the licences, what the README shows, and nothing else', async () => {
	const beside = contents.filter((path) => !/^(dist|screenshots)\//u.test(path) && !path.endsWith('.md'));
	expect(beside.toSorted()).toEqual(['LICENSE', 'bin/deckwatch.js', 'package.json']);
	const bundle = /^dist\/(\w[\w.-]*\.(js|LEGAL\.txt)|scenarios\/[\w-]+\.yaml)$/u;
	expect(contents.filter((path) => path.startsWith('dist/') && !bundle.test(path))).toEqual([]);
	expect((await stat(tarball)).size).toBeLessThan(LARGEST);
});

test('the package has every picture and page that its README points at', async () => {
	const readme = await readFile(join(REPOSITORY, 'README.md'), 'utf8');
	const targets = Array.from(readme.matchAll(/\]\((?!https?:)([^)#]+)\)/gu), ([, target]) => target);
	expect(targets).not.toEqual([]);
	expect(targets.filter((target) => !contents.includes(target ?? ''))).toEqual([]);
});

test('the package installs without a network, and its command says its version', async () => {
	const { version } = JSON.parse(await readFile(join(REPOSITORY, 'package.json'), 'utf8')) as { version: string };
	expect((await deckwatch('--version')).trim()).toBe(version);
});

test('the installed command lists the services of the demo', async () => {
	const document = JSON.parse(await deckwatch('services', '--demo', 'calm', '--json')) as Listed;
	expect(document.services.map(({ serviceName }) => serviceName)).toContain('checkout');
});

test('the installed command opens the console', async () => {
	const console = openConsole(['--demo', 'calm'], { command: installed() });
	await console.until(/checkout/u);
	console.press('q');
	expect(await console.ended()).toMatchObject({ exitCode: 0 });
});

type Listed = { readonly services: readonly { readonly serviceName: string }[] };

function installed(): string {
	return join(folder, 'node_modules', '.bin', 'deckwatch');
}

async function deckwatch(...args: readonly string[]): Promise<string> {
	// The launcher finds its Node on the path: the one that these tests run on.
	const PATH = `${dirname(process.execPath)}:${process.env['PATH']}`;
	const { stdout } = await run(installed(), args, { env: { ...process.env, PATH } });
	return stdout;
}
