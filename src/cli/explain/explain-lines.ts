import type { Readable } from 'node:stream';
import { explainMessage } from '../../diagnosis/catalogue/explain-message.ts';
import { MESSAGE_KINDS, type MessageKind } from '../../diagnosis/catalogue/explanation.ts';
import { EXIT, type ExitStatus } from '../exit-status.ts';
import { type Io, say } from '../io.ts';
import { printJsonLine } from '../json/print-json.ts';
import { explanationJson } from './explanation-json.ts';
import { linesOf } from './lines-of.ts';

type Line = { readonly kind?: MessageKind; readonly text: string };

const LOOKS = 'A line looks like {"kind": "service-event", "text": "…"}.';

/**
 * Answers each line of `{"kind", "text"}` with a line of its own, in the same order, as it comes; blank lines are none. A line that
 * cannot be read gets an answer, too, so that the lines stay in step: `unknown`, with a further member `error`. It is also told on
 * stderr, and makes the exit status 2.
 */
export async function explainLines(stdin: Readable, io: Io): Promise<ExitStatus> {
	let number = 0;
	let answered = 0;
	let bad = 0;
	for await (const line of linesOf(stdin, io.signal)) {
		number++;
		if (line.trim() === '') continue;
		answered++;
		const asked = parseLine(line);
		if (typeof asked === 'string') {
			bad++;
			say(io, `deckwatch: line ${number} ${asked}. ${LOOKS}`);
			printJsonLine(io, unread(`line ${number} ${asked}`));
		} else {
			printJsonLine(io, explanationJson(explainMessage(asked.text, asked.kind)));
		}
	}
	if (answered === 0) say(io, `deckwatch: There was nothing on stdin. ${LOOKS}`);
	return bad > 0 || answered === 0 ? EXIT.usage : EXIT.done;
}

/** What a line asks, or what is wrong with it. A kind that is not known narrows nothing; an exit code may be a number. */
function parseLine(line: string): Line | string {
	let value: unknown;
	try {
		value = JSON.parse(line.replace(/^\uFEFF/u, ''));
	} catch (error) {
		return `is not JSON (${error instanceof Error ? error.message : String(error)})`;
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'is not an object';
	const { kind, text } = value as { readonly kind?: unknown; readonly text?: unknown };
	if (typeof text !== 'string' && typeof text !== 'number')
		return 'has no "text", or one that is neither a string nor a number';
	const known = MESSAGE_KINDS.find((each) => each === kind);
	return { text: String(text), ...(known === undefined ? {} : { kind: known }) };
}

function unread(error: string): object {
	return {
		id: 'unknown',
		severity: 'info',
		title: 'This line could not be read',
		cause: `In the input, ${error}.`,
		next: [LOOKS],
		fields: {},
		error,
	};
}
