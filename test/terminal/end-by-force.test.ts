import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openShell, untilGone } from './in-test.ts';
import { demoProcesses } from './processes.ts';
import type { TerminalSession } from './terminal.ts';

const REPORTING = 'echo before; stty -g; "$@"; echo "status $?"; stty -g';
const CRASHING = { NODE_OPTIONS: `--import=${new URL('crash-on-signal.mjs', import.meta.url).href}` };

test.for(['SIGTERM', 'SIGHUP', 'SIGINT'] as const)('%s ends the console with its terminal restored', async (signal) => {
	const terminal = openShell(`trap : INT HUP; ${REPORTING}`, ['--demo', 'calm']);
	const status = await endBy(signal, terminal);
	expect(status).toContain(`status ${128 + constants.signals[signal]}`);
});

test.for(['exception', 'rejection'])(
	'An unexpected %s ends the console with its terminal restored, one sentence, and the way to more',
	async (kind) => {
		const terminal = openShell(REPORTING, ['--demo', 'calm'], { env: { ...CRASHING, CRASH_BY: kind } });
		expect(await endBy('SIGUSR2', terminal)).toEqual([
			'deckwatch: this should not have happened: the sky fell',
			'  This is a bug in deckwatch; with --log-file <file> the details are kept.',
			'status 1',
		]);
	},
);

test('the log file has the stack of what was unexpected, and the screen says where it is', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, 'failures.log');
	const terminal = openShell(REPORTING, ['--demo', 'calm', '--log-file', file], { env: CRASHING });
	expect(await endBy('SIGUSR2', terminal)).toContain(`  This is a bug in deckwatch; the details are in ${file}.`);
	expect(readFileSync(file, 'utf8')).toMatch(/^\d{4}-\d\d-\d\dT\S+Z Error: the sky fell\n {4}at .*crash-on-signal/u);
});

/** Sends the signal to the console; answers what stands between the settings of the terminal before and after it. */
async function endBy(signal: NodeJS.Signals, terminal: TerminalSession): Promise<readonly string[]> {
	await terminal.until(/checkout/u);
	const { console, drydock } = demoProcesses(terminal.process.pid);
	process.kill(console.pid, signal);
	await terminal.ended();
	const [before, settings, ...rest] = terminal.rows().filter((line) => line !== '');
	expect(before).toBe('before');
	expect(rest.at(-1)).toBe(settings);
	expect(terminal.screen.buffer.active.type).toBe('normal');
	expect(terminal.modes()).toEqual(new Set([25]));
	await untilGone(console, drydock);
	return rest.slice(0, -1);
}
