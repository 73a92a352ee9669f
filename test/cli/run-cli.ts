import { Readable, Writable } from 'node:stream';
import { main } from '../../src/cli/main.ts';

export type CliOptions = {
	/** Default: no terminal anywhere. */
	readonly tty?: boolean;
	readonly env?: Readonly<Record<string, string>>;
	/** Epoch ms. Default: the machine's clock. */
	readonly now?: () => number;
	/** What passes while a command waits. Default: no time at all. */
	readonly wait?: (ms: number) => void;
	/** What is typed. Default: nothing. */
	readonly answers?: string;
	/** What is piped in, where nobody types. */
	readonly piped?: string | Uint8Array;
	/** Hears what has been printed so far, after each write; Ctrl-C is `abort`. */
	readonly onStdout?: (text: string, abort: () => void) => void;
	readonly signal?: AbortSignal;
};

export type CliRun = {
	readonly status: number;
	readonly stdout: string;
	readonly stderr: string;
	/** The lines of stdout. */
	readonly lines: readonly string[];
	/** The one document on stdout. */
	json(): unknown;
};

/** A folder that is not there: neither a config of this machine nor its AWS profiles play a part. */
const NOWHERE = '/nonexistent';

/** Runs one command line in this process, as a shell would, between streams that are held here. */
export async function runCli(argv: readonly string[], options: CliOptions = {}): Promise<CliRun> {
	const abort = new AbortController();
	const stdout = hold((text) => options.onStdout?.(text, () => abort.abort()));
	const stderr = hold();
	const status = await main(argv, {
		stdout: Object.assign(stdout.stream, { isTTY: options.tty ?? false, columns: 120 }),
		stderr: Object.assign(stderr.stream, { isTTY: options.tty ?? false }),
		env: { XDG_CONFIG_HOME: NOWHERE, ...options.env },
		signal: options.signal ?? abort.signal,
		now: options.now ?? (() => Date.now()),
		wait: async (ms) => options.wait?.(ms),
		...(options.answers === undefined
			? {}
			: { stdin: Object.assign(Readable.from([options.answers]), { isTTY: true }) }),
		...(options.piped === undefined ? {} : { stdin: Object.assign(Readable.from([options.piped]), { isTTY: false }) }),
	});
	const out = stdout.text();
	return {
		status,
		stdout: out,
		stderr: stderr.text(),
		lines: out.split('\n').slice(0, -1),
		json: () => JSON.parse(out) as unknown,
	};
}

function hold(onWrite?: (text: string) => void): { readonly stream: Writable; text(): string } {
	let held = '';
	const stream = new Writable({
		decodeStrings: false,
		write(chunk: string, _encoding, done) {
			held += chunk;
			onWrite?.(held);
			done();
		},
	});
	return { stream, text: () => held };
}
