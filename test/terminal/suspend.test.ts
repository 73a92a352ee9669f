import { expect, test } from 'vitest';
import { openConsole } from './in-test.ts';
import { demoProcesses } from './processes.ts';
import { LAUNCHER } from './terminal.ts';

const CTRL_Z = '\u001A';
const CTRL_C = '\u0003';

test('Ctrl-Z gives the terminal back to the shell, and fg brings the console back', async () => {
	const terminal = openConsole(['--norc', '-i'], { command: 'bash', env: { PS1: 'SHELL> ' } });
	await terminal.until(/SHELL>/u);
	const atPrompt = terminal.modes();
	terminal.press(`'${process.execPath}' '${LAUNCHER}' --demo calm\r`);
	await terminal.until(/checkout/u);
	const { console } = demoProcesses(terminal.process.pid);

	terminal.press(CTRL_Z);
	await terminal.until(/Stopped/u);
	expect(terminal.screen.buffer.active.type).toBe('normal');
	expect(demoProcesses(terminal.process.pid).console).toMatchObject({ pid: console.pid, state: 'T' });
	terminal.press('echo "he"llo\r');
	await terminal.until(/^hello/mu);
	expect(terminal.modes()).toEqual(atPrompt);

	terminal.press('fg\r');
	await terminal.until(/checkout/u);
	expect(terminal.modes()).not.toContain(25);
	terminal.press('?');
	await terminal.until(/╭ Help/u);
	terminal.press(CTRL_C);
	await terminal.until(/^SHELL> $/mu);
	expect(terminal.screen.buffer.active.type).toBe('normal');
});

test('Ctrl-Z where no shell could bring the console back leaves it where it is', async () => {
	const terminal = openConsole(['--demo', 'calm']);
	await terminal.until(/checkout/u);
	terminal.press(CTRL_Z);
	await terminal.when(() => (terminal.screen.buffer.active.type === 'normal' ? true : undefined));
	await terminal.until(/checkout/u);
	terminal.press('?');
	await terminal.until(/╭ Help/u);
	expect(terminal.modes()).not.toContain(25);
});
