import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished, test } from 'vitest';
import { LAUNCHER } from './terminal.ts';

test.each(['SIGTERM', 'SIGINT'] as const)(
	'%s in the middle of a change leaves a true last line, and an end in the audit log',
	async (signal) => {
		const state = mkdtempSync(join(tmpdir(), 'deckwatch-'));
		onTestFinished(() => rmSync(state, { recursive: true }));
		const child = spawn(process.execPath, [LAUNCHER, 'scale', 'cart', '9', '--yes', '--demo', 'calm'], {
			env: { ...process.env, XDG_STATE_HOME: state },
		});
		const status = new Promise((resolve) => {
			child.on('close', resolve);
		});
		child.stdout.on('data', (data: Buffer) => {
			if (data.includes('3 of 9 running') && !child.killed) child.kill(signal);
		});
		const lines = (await text(child.stdout)).trimEnd().split('\n');
		expect(lines.at(-1)).toMatch(/Z {2}left: The desired count of cart is 9; .* when it was left\.$/u);
		expect(await status).toBe(130);
		const audit = readFileSync(join(state, 'deckwatch', 'audit.jsonl'), 'utf8')
			.trimEnd()
			.split('\n');
		expect(JSON.parse(audit.at(-1) ?? '')).toMatchObject({ event: 'ended', outcome: { state: 'left' } });
	},
);
