import { addAbortSignal, type Readable } from 'node:stream';

/**
 * The lines of a stream, as they come. Only a line feed ends one: JSON may hold U+2028 and U+2029 as they are, at which Node's readline
 * breaks. Bytes that are no UTF-8 are replaced. It ends early when the signal does.
 */
export async function* linesOf(stream: Readable, signal: AbortSignal): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	try {
		for await (const chunk of addAbortSignal(signal, stream) as AsyncIterable<string | Uint8Array>) {
			const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	}
	yield rest + decoder.decode();
}
