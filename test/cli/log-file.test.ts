import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { logFailure, openLogFile } from '../../src/cli/log-file.ts';
import { UsageError } from '../../src/cli/usage-error.ts';
import { runCli } from './run-cli.ts';

test('failures are appended, each with its time, stack and cause', () => {
	const path = temporaryFile();
	const at = Date.UTC(2026, 10, 20, 3, 12);
	logFailure(path, new Error('first', { cause: new Error('its cause') }), at);
	logFailure(path, 'no error at all', at + 1_000);
	const text = readFileSync(path, 'utf8');
	expect(text).toMatch(/^2026-11-20T03:12:00\.000Z Error: first\n {4}at .*log-file\.test/u);
	expect(text).toContain('[cause]: Error: its cause');
	expect(text).toMatch(/\n2026-11-20T03:12:01\.000Z 'no error at all'\n$/u);
});

test('opening keeps what an earlier run wrote', () => {
	const path = temporaryFile();
	logFailure(path, new Error('earlier'), 0);
	openLogFile(path);
	expect(readFileSync(path, 'utf8')).toContain('earlier');
});

test('a log file that cannot be written is a mistake in the command line, said before anything runs', async () => {
	expect(() => openLogFile('/dev/null/failures.log')).toThrow(UsageError);
	const { status, stdout, stderr } = await runCli(['keys', '--log-file', '/dev/null/failures.log']);
	expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
	expect(stderr).toMatch(/^deckwatch: --log-file: ENOTDIR: .*'\/dev\/null\/failures\.log'\n$/u);
});

function temporaryFile(): string {
	const folder = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	return join(folder, 'failures.log');
}
