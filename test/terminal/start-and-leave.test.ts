import { expect, test } from 'vitest';
import { openConsole, openShell, untilGone } from './in-test.ts';
import { demoProcesses } from './processes.ts';

test('leaving gives the terminal back as it was, ends the demo, and exits with 0', async () => {
	const terminal = openShell('echo before; stty -g; "$@"; echo "status $?"; stty -g', ['--demo', 'calm']);
	await terminal.until(/checkout/u);
	expect(terminal.screen.buffer.active.type).toBe('alternate');
	expect(terminal.modes()).not.toContain(25);
	const { console, drydock } = demoProcesses(terminal.process.pid);

	terminal.press('q');
	await terminal.ended();
	const [before, settings, status, settingsAfter, ...rest] = terminal.rows();
	expect({ before, status }).toEqual({ before: 'before', status: 'status 0' });
	expect(settingsAfter).toBe(settings);
	expect(rest.join('')).toBe('');
	expect(terminal.screen.buffer.active.type).toBe('normal');
	expect(terminal.modes()).toEqual(new Set([25]));
	await untilGone(console, drydock);
});

test('a console that gets no answer from AWS is drawn, and leaves when asked', async () => {
	// TEST-NET-1 of RFC 5737: nothing answers there.
	const terminal = openConsole(['--endpoint-url', 'http://192.0.2.1', '--region', 'eu-west-1'], {
		env: { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b' },
	});
	await terminal.until(/╭ Services/u);
	terminal.press('q');
	expect(await terminal.ended()).toMatchObject({ exitCode: 0 });
});
