import { expect, test } from 'vitest';
import { openConsole, openShell } from './in-test.ts';
import { demoProcesses } from './processes.ts';

test('other regions show other parts of the same world, and the chosen cluster stays', async () => {
	const terminal = openConsole(['--demo', 'shop', '--region', 'eu-west-1', '--cluster', 'prod-eu']);
	await terminal.until(/prod-eu · eu-west-1 .* 8 services/u);
	const before = demoProcesses(terminal.process.pid).drydock.pid;
	terminal.press('C');
	await terminal.until(/╭ Clusters/u);
	terminal.press('r');
	await terminal.until(/╭ Regions/u);
	terminal.press('/');
	terminal.press('tokyo');
	await terminal.until(/╭ Regions .*\/tokyo /u);
	terminal.press('\r');
	terminal.press(' ');
	await terminal.until(/1 ticked/u);
	// The one that is shown stands on top, once the filter is gone.
	terminal.press('\u001bg ');
	await terminal.until(/2 ticked/u);
	terminal.press('\r');
	await terminal.until(/prod-eu · (?=.*ap-northeast-1).* 8 services/u);
	expect(demoProcesses(terminal.process.pid).drydock.pid).toBe(before);
	terminal.press('q');
	await terminal.ended();
});

test('a scenario that is not there is refused before the screen is opened', async () => {
	const terminal = openShell('"$@"; echo "status $?"', ['--demo', 'nope']);
	await terminal.ended();
	// The list is as long as there are scenarios: a name may stand on two rows.
	expect(terminal.rows().join('')).toMatch(/^deckwatch: There is no scenario nope\. There are: .*shop.*status 2/u);
	expect(terminal.modes()).not.toContain(1049);
});
