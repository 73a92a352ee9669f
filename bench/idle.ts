import { openTerminal } from '../test/terminal/terminal.ts';
import { cpuSeconds } from './process-usage.ts';
import { round } from './statistics.ts';
import { consoleOn, CREDENTIALS, passes } from './worlds.ts';

const SETTLE_MS = 10_000;
const WATCH_MS = 30_000;

/** What the console costs while nobody touches it: CPU of one core, bytes to the terminal. Lines of a log cost bytes. */
export async function measureIdle(url: string) {
	const terminal = openTerminal(consoleOn(url), { env: CREDENTIALS });
	await terminal.until(/checkout/u);
	await passes(SETTLE_MS);
	const cpu = cpuSeconds(terminal.process.pid);
	const bytes = terminal.written();
	await passes(WATCH_MS);
	const seconds = WATCH_MS / 1000;
	const result = {
		cpuPercent: round(((cpuSeconds(terminal.process.pid) - cpu) / seconds) * 100, 2),
		bytesPerSecond: round((terminal.written() - bytes) / seconds),
	};
	terminal.press('q');
	await terminal.ended();
	return result;
}
