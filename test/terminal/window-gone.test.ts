import { test } from 'vitest';
import { closeWindow, openConsole, openShell, untilGone } from './in-test.ts';
import { demoProcesses } from './processes.ts';

test('a window that is closed takes the console and its demo with it', async () => {
	const terminal = openConsole(['--demo', 'calm']);
	await terminal.until(/checkout/u);
	const { console, drydock } = demoProcesses(terminal.process.pid);
	closeWindow(terminal);
	await untilGone(console, drydock);
});

test('so does one whose shell keeps the hang-up from its programs', async () => {
	const terminal = openShell('trap "" HUP; "$@"', ['--demo', 'calm']);
	await terminal.until(/checkout/u);
	const { console, drydock } = demoProcesses(terminal.process.pid);
	closeWindow(terminal);
	await untilGone(console, drydock);
});

test('a demo goes with a console that was killed', async () => {
	const terminal = openConsole(['--demo', 'calm']);
	await terminal.until(/checkout/u);
	const { console, drydock } = demoProcesses(terminal.process.pid);
	process.kill(console.pid, 'SIGKILL');
	await untilGone(drydock);
});
