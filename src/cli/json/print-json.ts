import type { Io } from '../io.ts';

/** Members that hold a time: `createdAt`, `stoppedAt`, `timestamp`; in the model epoch ms. */
const TIME = /(?:At|^at|^timestamp|^since)$/u;

/** The value with its times as ISO-8601 UTC, as `--json` prints them. */
function withIsoTimes(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withIsoTimes);
	if (value === null || typeof value !== 'object') return value;
	return Object.fromEntries(
		Object.entries(value).map(([name, member]) => [
			name,
			TIME.test(name) && typeof member === 'number' ? new Date(member).toISOString() : withIsoTimes(member),
		]),
	);
}

/** One JSON document on stdout. */
export function printJson(io: Io, value: unknown): void {
	io.stdout.write(`${JSON.stringify(withIsoTimes(value), undefined, 2)}\n`);
}

/** One line of a JSON-lines stream on stdout. */
export function printJsonLine(io: Io, value: unknown): void {
	io.stdout.write(`${JSON.stringify(withIsoTimes(value))}\n`);
}
