import { openTerminal, type TerminalSession } from '../test/terminal/terminal.ts';
import { mainThreadMs, residentMegabytes } from './process-usage.ts';
import { percentile, repeat, round } from './statistics.ts';
import { consoleOn, CREDENTIALS, passes } from './worlds.ts';

const PRESSES = 200;
const LINES = 100_000;

/** From a key press to the cursor having moved on the screen, at 200x50, while the log of the selected service pours in. */
export async function measureKeys(url: string) {
	const terminal = await openOnFirehose(url);
	terminal.press('\t');
	// A press that is painted together with the one before it would not be seen to move anything.
	await terminal.when(() => (cursorRow(terminal) === -1 ? undefined : true));
	const cpu = mainThreadMs(terminal.process.pid);
	const begunAt = performance.now();
	const samples = await repeat(PRESSES, async (index) => {
		// Not in step with the console's own frames.
		await passes(20 + ((index * 7) % 40));
		const before = cursorRow(terminal);
		const startedAt = performance.now();
		terminal.press(index % 10 < 5 ? 'j' : 'k');
		await terminal.when(() => (cursorRow(terminal) === before ? undefined : true));
		return performance.now() - startedAt;
	});
	const result = {
		p50Ms: round(percentile(samples, 0.5)),
		p99Ms: round(percentile(samples, 0.99)),
		presses: PRESSES,
		mainThreadPercent: round(((mainThreadMs(terminal.process.pid) - cpu) / (performance.now() - begunAt)) * 100),
	};
	terminal.press('q');
	await terminal.ended();
	return result;
}

/** Resident memory once the log of the selected service has had 100,000 lines, by the rate that the console shows. */
export async function measureMemory(url: string) {
	const terminal = await openOnFirehose(url);
	let lines = 0;
	let since = performance.now();
	while (lines < LINES) {
		await passes(1_000);
		const now = performance.now();
		lines += (linesPerSecond(terminal) * (now - since)) / 1000;
		since = now;
	}
	const rssMb = round(residentMegabytes(terminal.process.pid), 0);
	terminal.press('q');
	await terminal.ended();
	return { rssMb, lines: round(lines, 0) };
}

async function openOnFirehose(url: string): Promise<TerminalSession> {
	const terminal = openTerminal(consoleOn(url), { cols: 200, rows: 50, env: CREDENTIALS });
	await terminal.until(/Services ── .*shop-/su);
	// By name, where it is the first.
	terminal.press('>g');
	await terminal.until(/Tasks ── a-firehose ── 20 run/u);
	await terminal.when(() => (linesPerSecond(terminal) >= 100 ? true : undefined));
	return terminal;
}

function linesPerSecond(terminal: TerminalSession): number {
	return Number(/following ── (\d+)\/s/u.exec(terminal.rows().join('\n'))?.[1] ?? 0);
}

/** The row of the cursor in the right pane. */
function cursorRow(terminal: TerminalSession): number {
	return terminal.rows().findIndex((row) => row.lastIndexOf('▌') > 60);
}
