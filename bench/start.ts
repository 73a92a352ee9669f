import { spawn } from '@lydell/node-pty';
import { openTerminal } from '../test/terminal/terminal.ts';
import { mainThreadMs } from './process-usage.ts';
import { median, repeat, round } from './statistics.ts';
import { consoleOn, CREDENTIALS } from './worlds.ts';

const RUNS = 15;

/** From starting the process to the first frame in a terminal, against a bare Node that does nothing. */
export async function measureStart(url: string) {
	const pairs = await repeat(RUNS + 1, async () => ({ ...(await timeFirstFrame(url)), bare: await timeBareNode() }));
	// The first run fills the compile cache, as the first start of an installed deckwatch does.
	const counted = pairs.slice(1);
	return {
		firstFrameMs: round(median(counted.map(({ frame }) => frame))),
		mainThreadMs: round(median(counted.map(({ cpu }) => cpu))),
		bareNodeMs: round(median(counted.map(({ bare }) => bare))),
		ratio: round(median(counted.map(({ frame, bare }) => frame / bare)), 2),
	};
}

async function timeFirstFrame(url: string) {
	const startedAt = performance.now();
	const terminal = openTerminal(consoleOn(url), { env: CREDENTIALS });
	await terminal.until(/deckwatch[^]*Services/u);
	const times = { frame: performance.now() - startedAt, cpu: mainThreadMs(terminal.process.pid) };
	terminal.press('q');
	await terminal.ended();
	return times;
}

function timeBareNode(): Promise<number> {
	const startedAt = performance.now();
	const child = spawn(process.execPath, ['-e', '0'], {});
	return new Promise((resolve) => {
		child.onExit(() => resolve(performance.now() - startedAt));
	});
}
