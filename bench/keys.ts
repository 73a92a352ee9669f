import { openTerminal, type TerminalSession } from '../test/terminal/terminal.ts';
import { residentMegabytes } from './process-usage.ts';
import { percentile, repeat, round } from './statistics.ts';
import { consoleOn, CREDENTIALS, passes } from './worlds.ts';

const PRESSES = 200;

/** From a key press to the cursor having moved on the screen, at 200x50, while the log of the selected service pours in. */
export async function measureKeys(url: string) {
	const terminal = await openOnFirehose(url);
	terminal.press('\t');
	// A press that is painted together with the one before it would not be seen to move anything.
	await terminal.when(() => (cursorRow(terminal) === -1 ? undefined : true));
	const samples = await repeat(PRESSES, async (index) => {
		// Not in step with the console's own frames.
		await passes(20 + ((index * 7) % 40));
		const before = cursorRow(terminal);
		const startedAt = performance.now();
		terminal.press(index % 10 < 5 ? 'j' : 'k');
		await terminal.when(() => (cursorRow(terminal) === before ? undefined : true));
		return performance.now() - startedAt;
	});
	terminal.press('q');
	await terminal.ended();
	return { p50Ms: round(percentile(samples, 0.5)), p99Ms: round(percentile(samples, 0.99)), presses: PRESSES };
}

/** Resident memory once the log of the selected service has had 100,000 lines. */
export async function measureMemory(url: string, linesPerSecond: number) {
	const terminal = await openOnFirehose(url);
	await passes((100_000 / linesPerSecond) * 1000 + 5_000);
	const rssMb = round(residentMegabytes(terminal.process.pid), 0);
	terminal.press('q');
	await terminal.ended();
	return { rssMb, lines: 100_000 };
}

async function openOnFirehose(url: string): Promise<TerminalSession> {
	const terminal = openTerminal(consoleOn(url), { cols: 200, rows: 50, env: CREDENTIALS });
	await terminal.until(/Tasks ── a-firehose ── 20 run[^]*Logs ── a-firehose[^]*following ── \d{3,}\/s/u);
	return terminal;
}

/** The row of the cursor in the right pane. */
function cursorRow(terminal: TerminalSession): number {
	return terminal.rows().findIndex((row) => row.lastIndexOf('▌') > 60);
}
