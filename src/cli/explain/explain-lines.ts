import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { explainMessage } from '../../diagnosis/catalogue/explain-message.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../diagnosis/catalogue/explanation.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { type Io, say } from '../io.ts';
import { printJsonLine } from '../json/print-json.ts';
import { explanationJson } from './explanation-json.ts';

type Line = { readonly kind?: MessageKind; readonly text: string };

/** Answers each line of `{"kind", "text"}` as it comes with a line of its own. A bad one is told on stderr, and costs no other. */
export async function explainLines(stdin: Readable, io: Io): Promise<ExitStatus> {
	let number = 0;
	let bad = 0;
	for await (const line of createInterface({ input: stdin, crlfDelay: Infinity, signal: io.signal })) {
		number++;
		if (line.trim() === '') continue;
		const asked = parseLine(line);
		if (typeof asked === 'string') {
			bad++;
			say(
				io,
				`deckwatch: line ${number} ${asked}. It is left out; a line looks like {"kind": "service-event", "text": "…"}.`,
			);
		} else {
			printJsonLine(io, explanationJson(explainMessage(asked.text, asked.kind)));
		}
	}
	if (number === 0) say(io, 'deckwatch: There was nothing on stdin.');
	return bad > 0 || number === 0 ? EXIT.usage : EXIT.done;
}

/** What a line asks, or what is wrong with it. A kind that is not known narrows nothing. */
function parseLine(line: string): Line | string {
	let value: unknown;
	try {
		value = JSON.parse(line.replace(/^\uFEFF/u, ''));
	} catch (error) {
		return `is not JSON (${error instanceof Error ? error.message : String(error)})`;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object';
	const { kind, text } = value as { readonly kind?: unknown; readonly text?: unknown };
	if (typeof text !== 'string') return 'has no "text", or one that is not a string';
	const known = MESSAGE_KINDS.find((each) => each === kind);
	return { text, ...(known === undefined ? {} : { kind: known }) };
}
