import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { openShell } from './in-test.ts';
import { LAUNCHER } from './terminal.ts';

const CTRL_C = '\u0003';

test('without a terminal the console says which commands need none, with status 2', async () => {
	for (const script of ['"$@" | cat', '"$@" </dev/null']) {
		// oxlint-disable-next-line no-await-in-loop -- one after the other on purpose: both start Node
		const { status, stdout, stderr } = await shell(`set -o pipefail; ${script}`, ['--demo', 'calm']);
		expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
		expect(stderr).toMatch(/^deckwatch: The console needs a terminal.*deckwatch services --json/su);
	}
});

test.for(['services', 'logs checkout --since 1h', 'logs checkout --since 1d', 'logs checkout --follow'])(
	'`%s | head -1` ends without a word when nobody reads any more',
	async (line) => {
		const { status, stdout, stderr } = await shell('set -o pipefail; "$@" | head -1', [
			...line.split(' '),
			'--demo',
			'calm',
		]);
		expect(stdout.split('\n')).toHaveLength(2);
		expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
	},
);

test('Ctrl-C ends a command that follows logs, without complaint', async () => {
	const terminal = openShell('"$@" | grep --line-buffered -o POST; echo end', [
		'logs',
		'checkout',
		'-f',
		'--demo',
		'calm',
	]);
	await terminal.until(/POST/u);
	terminal.press(CTRL_C);
	await terminal.ended();
	expect(terminal.rows().join('\n')).not.toMatch(/deckwatch:|Error|at /u);
});

/** What a script of `bash` does with `"$@"`, the launcher with `args`, where there is no terminal at all. */
function shell(
	script: string,
	args: readonly string[],
): Promise<{ readonly status: number | null; readonly stdout: string; readonly stderr: string }> {
	const child = spawn('bash', ['-c', script, 'bash', process.execPath, LAUNCHER, ...args]);
	let stdout = '';
	let stderr = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
	return new Promise((resolve) => {
		child.on('close', (status) => resolve({ status, stdout, stderr }));
	});
}
