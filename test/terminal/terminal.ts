import { fileURLToPath } from 'node:url';
import { type IPty, spawn } from '@lydell/node-pty';
import headless from '@xterm/headless';

/** What the package installs as `deckwatch`; it runs the bundle. */
export const LAUNCHER = fileURLToPath(new URL('../../bin/deckwatch.js', import.meta.url));

/** A real terminal with a real process in it, read through a terminal emulator. */
export type TerminalSession = {
	readonly process: IPty;
	readonly screen: headless.Terminal;
	/** The rows on screen, without trailing blanks. */
	rows(): readonly string[];
	press(keys: string): void;
	/** Resolves with the screen's text once it matches; rejects with what was there when the process ends. */
	until(pattern: RegExp): Promise<string>;
	/** Resolves with what `look` finds; it is asked again whenever the screen has changed. */
	when<T>(look: () => T | undefined): Promise<T>;
	/** Resolves when the process has ended and all it wrote is on the screen. */
	ended(): Promise<{ readonly exitCode: number; readonly signal?: number | undefined }>;
	/** The private modes (DECSET) that are on: 25 shows the cursor, 1049 is the other screen, 2004 brackets pastes. */
	modes(): ReadonlySet<number>;
	resize(columns: number, rows: number): void;
	/** Bytes the process has written. */
	written(): number;
};

/** Runs a command in a pty of the given size; by default the launcher with `args`. */
export function openTerminal(
	args: readonly string[],
	options: {
		readonly cols?: number;
		readonly rows?: number;
		readonly command?: string;
		readonly env?: Readonly<Record<string, string>>;
	} = {},
): TerminalSession {
	const { cols = 120, rows = 34 } = options;
	const screen = new headless.Terminal({ cols, rows, allowProposedApi: true, scrollback: 200 });
	const { CI: _, ...env } = process.env;
	const modes = trackModes(screen);
	const child = spawn(options.command ?? process.execPath, options.command ? [...args] : [LAUNCHER, ...args], {
		cols,
		rows,
		name: 'xterm-256color',
		env: { ...env, COLORTERM: 'truecolor', LC_ALL: 'C.UTF-8', ...options.env },
	});
	const waiting = new Set<() => void>();
	let exit: { exitCode: number; signal?: number | undefined } | undefined;
	let written = 0;
	let unparsed = 0;
	const changed = () => {
		for (const look of waiting) look();
	};
	child.onData((data) => {
		written += Buffer.byteLength(data);
		unparsed++;
		screen.write(data, () => {
			unparsed--;
			changed();
		});
	});
	child.onExit((how) => {
		exit = how;
		changed();
	});
	screen.onData((reply) => child.write(reply));
	const text = () => rowsOf(screen).join('\n');
	const when = <T>(look: () => T | undefined): Promise<T> =>
		new Promise((resolve, reject) => {
			const tryNow = () => {
				try {
					const found = look();
					if (found === undefined) return;
					waiting.delete(tryNow);
					resolve(found);
				} catch (error) {
					waiting.delete(tryNow);
					reject(error instanceof Error ? error : new Error(String(error)));
				}
			};
			waiting.add(tryNow);
			tryNow();
		});
	return {
		process: child,
		screen,
		rows: () => rowsOf(screen),
		press: (keys) => {
			child.write(keys);
		},
		until: (pattern) =>
			when(() => {
				const shown = text();
				if (pattern.test(shown)) return shown;
				if (exit && unparsed === 0)
					throw new Error(`ended with ${exit.exitCode} before ${pattern} was seen:\n${shown}`);
				return undefined;
			}),
		when,
		ended: () => when(() => (exit && unparsed === 0 ? exit : undefined)),
		modes: () => new Set(modes),
		resize: (columns, lines) => {
			screen.resize(columns, lines);
			child.resize(columns, lines);
		},
		written: () => written,
	};
}

function trackModes(screen: headless.Terminal): ReadonlySet<number> {
	const on = new Set([25]);
	screen.parser.registerCsiHandler({ prefix: '?', final: 'h' }, (modes) => {
		for (const mode of modes.flat()) on.add(mode);
		return false;
	});
	screen.parser.registerCsiHandler({ prefix: '?', final: 'l' }, (modes) => {
		for (const mode of modes.flat()) on.delete(mode);
		return false;
	});
	return on;
}

function rowsOf(screen: headless.Terminal): readonly string[] {
	const buffer = screen.buffer.active;
	return Array.from(
		{ length: screen.rows },
		(_, row) => buffer.getLine(buffer.viewportY + row)?.translateToString(true) ?? '',
	);
}
