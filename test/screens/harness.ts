import { PassThrough, Writable } from 'node:stream';
import { Terminal } from '@xterm/headless';

/** A terminal in memory: what is written to `stdout` is drawn on its screen, what is pressed comes out of `stdin`. */
export type Screen = {
	readonly terminal: Terminal;
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** Bytes written so far. */
	readonly written: () => number;
	press(keys: string): void;
	resize(columns: number, rows: number): void;
	/** The rows of the screen as text, blanks at the end cut off. */
	lines(): readonly string[];
	/** Waits until the text or the pattern is on the screen. @throws when it does not come */
	sees(what: string | RegExp): Promise<string>;
	/** Waits until it is gone. */
	losesSight(what: string | RegExp): Promise<string>;
};

/** How long something may take to come onto the screen, ms: only a failing test waits that long. */
const PATIENCE = 5_000;

export function createScreen({ columns = 80, rows = 24 } = {}): Screen {
	const terminal = new Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 0, convertEol: true });
	let bytes = 0;
	let drawn = (): void => {};
	const output = new Writable({
		decodeStrings: false,
		write(chunk: string | Uint8Array, _encoding, done) {
			bytes += Buffer.byteLength(chunk);
			terminal.write(chunk, () => {
				drawn();
				done();
			});
		},
	});
	const stdout = Object.assign(output, {
		isTTY: true,
		columns,
		rows,
		getWindowSize: () => [stdout.columns, stdout.rows],
		hasColors: () => true,
		getColorDepth: () => 8,
	});
	const input = new PassThrough();
	const stdin = Object.assign(input, {
		isTTY: true,
		isRaw: false,
		setRawMode(raw: boolean) {
			this.isRaw = raw;
			return this;
		},
		ref: () => input,
		unref: () => input,
	});
	// Answers of the terminal (to queries for its state) come in like keys.
	terminal.onData((data) => input.write(data));

	const lines = (): readonly string[] =>
		Array.from({ length: terminal.rows }, (_, y) => {
			const { active } = terminal.buffer;
			return active.getLine(active.baseY + y)?.translateToString(true) ?? '';
		});

	async function until(holds: (screen: string) => boolean, complaint: string): Promise<string> {
		const deadline = AbortSignal.timeout(PATIENCE);
		for (;;) {
			const screen = lines().join('\n');
			if (holds(screen)) return screen;
			if (deadline.aborted) throw new Error(`${complaint} on:\n${screen}`);
			await new Promise<void>((resolve) => {
				drawn = resolve;
				deadline.addEventListener('abort', () => resolve(), { once: true });
			});
		}
	}

	const finds = (what: string | RegExp) => (screen: string) =>
		typeof what === 'string' ? screen.includes(what) : what.test(screen);

	return {
		terminal,
		stdin: stdin as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		written: () => bytes,
		press: (keys) => input.write(keys),
		resize(nextColumns, nextRows) {
			terminal.resize(nextColumns, nextRows);
			stdout.columns = nextColumns;
			stdout.rows = nextRows;
			stdout.emit('resize');
		},
		lines,
		sees: (what) => until(finds(what), `${what} did not come`),
		losesSight: (what) => until((screen) => !finds(what)(screen), `${what} did not go`),
	};
}
