import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LAUNCHER } from '../terminal/terminal.ts';

test('an old Node is told what to install, with status 1', () => {
	const { status, stdout, stderr } = run(onNode('22.11.0'));
	expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
	expect(stderr).toMatch(/^deckwatch needs Node 22\.12 or newer; this is Node 22\.11\.0\.\n.*nodejs\.org.*\n$/u);
});

test('the oldest Node that the package promises is let through', () => {
	const { engines } = JSON.parse(readFileSync('package.json', 'utf8')) as { engines: { node: string } };
	const { status, stdout } = run(onNode(`${engines.node.replace('>=', '')}.0`), ['--version']);
	expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringMatching(/^\d/u) });
});

test('the launcher imports no name that an old Node may lack', () => {
	// A name that is missing is a SyntaxError, before the first line runs.
	expect(readFileSync(LAUNCHER, 'utf8')).not.toMatch(/^import \{/mu);
});

test('a home and a cache that cannot be written do not keep it from starting', () => {
	// Nothing can be made below a file that is no folder, not even by root.
	const { status, stdout, stderr } = run([], ['services', '--demo', 'calm'], {
		HOME: '/dev/null',
		TMPDIR: '/dev/null',
		NODE_COMPILE_CACHE: '/dev/null/cache',
	});
	expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	expect(stdout).toContain('checkout');
});

test('a demo that breaks is a mistake of ours, not of who asked for it, and what it said is not lost', () => {
	const { status, stderr } = run(inDrydock('throw new Error("no sea")'), ['services', '--demo', 'calm']);
	expect(status).toBe(1);
	expect(stderr).toMatch(/^deckwatch: this should not have happened: The demo did not start\./u);
	expect(stderr).toContain('Error: no sea');
});

test('what a demo complains of while it runs is said once it has ended', () => {
	const { status, stdout, stderr } = run(inDrydock('process.stderr.write("drydock: the sea is dry\\n")'), [
		'services',
		'--demo',
		'calm',
		'--json',
	]);
	expect(stdout).toContain('checkout');
	expect({ status, stderr }).toEqual({ status: 0, stderr: 'drydock: the sea is dry\n' });
});

/** Makes Node say that it is another version. */
function onNode(version: string): readonly string[] {
	const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
	return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
}

/** Has Node run a line of code in the demo's process alone. */
function inDrydock(code: string): readonly string[] {
	const line = `if (process.argv.includes('drydock')) ${code}`;
	return ['--import', `data:text/javascript,${encodeURIComponent(line)}`];
}

function run(
	nodeArgs: readonly string[],
	args: readonly string[] = [],
	env: Readonly<Record<string, string>> = {},
): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
	const { XDG_CONFIG_HOME: _, ...inherited } = process.env;
	return spawnSync(process.execPath, [...nodeArgs, LAUNCHER, ...args], {
		encoding: 'utf8',
		env: { ...inherited, ...env },
	});
}
