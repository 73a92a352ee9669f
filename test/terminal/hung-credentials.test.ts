import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openShell } from './in-test.ts';
import { running } from './processes.ts';
import { LAUNCHER } from './terminal.ts';

const ARGS = ['--profile', 'vault', '--region', 'eu-west-1'];

test('A command ends although the credential process does not, and takes that one with it', async () => {
	const { env, started } = hangingVault();
	const child = spawn(process.execPath, [LAUNCHER, 'clusters', ...ARGS], { env: { ...process.env, ...env } });
	const status = new Promise((resolve) => {
		child.on('close', resolve);
	});
	const pid = await started();
	child.kill('SIGINT');
	expect(await status).toBe(130);
	await vi.waitFor(() => expect(running([pid])).toEqual([]));
});

test('The console leaves at once although the credential process goes on', async () => {
	const { env, started } = hangingVault();
	const terminal = openShell('"$@"; echo "status $?"', ARGS, { env });
	await terminal.until(/╭ Services/u);
	const pid = await started();
	terminal.press('q');
	await terminal.until(/status 0/u);
	await terminal.ended();
	await vi.waitFor(() => expect(running([pid])).toEqual([]));
});

/** A profile whose credential process never answers; `started` resolves with its process id. */
function hangingVault(): { readonly env: Readonly<Record<string, string>>; started(): Promise<number> } {
	const home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => rmSync(home, { recursive: true }));
	const pidFile = join(home, 'pid');
	writeFileSync(join(home, 'vault.sh'), `echo $$ > ${pidFile}.new; mv ${pidFile}.new ${pidFile}; exec sleep 1000\n`);
	writeFileSync(join(home, 'config'), `[profile vault]\ncredential_process = exec sh ${join(home, 'vault.sh')}\n`);
	return {
		env: { AWS_CONFIG_FILE: join(home, 'config'), AWS_SHARED_CREDENTIALS_FILE: join(home, 'credentials') },
		started: () =>
			vi.waitFor(
				() => {
					expect(existsSync(pidFile)).toBe(true);
					return Number(readFileSync(pidFile, 'utf8'));
				},
				{ timeout: 20_000 },
			),
	};
}
