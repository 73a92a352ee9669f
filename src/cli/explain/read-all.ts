import type { Readable } from 'node:stream';

/** More than any message has; the rest of a file somebody pipes in by mistake is not waited for. */
const MOST = 1_000_000;

/** What comes on a stream, as text; bytes that are no UTF-8 are replaced. */
export async function readAll(stream: Readable): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of stream as AsyncIterable<string | Uint8Array>) {
		text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
		if (text.length > MOST) break;
	}
	return text + decoder.decode();
}
