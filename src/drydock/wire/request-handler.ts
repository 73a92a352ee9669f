import { HttpResponse, type HttpHandler, type HttpRequest } from '@smithy/core/protocols';
import { Readable } from 'node:stream';
import type { Dispatcher } from './dispatch.ts';

/**
 * The dispatcher as an SDK client's `requestHandler`: the same bytes as over the server, without a socket.
 * Rejects as Node's own handler does: `AbortError` when aborted, code `ECONNRESET` when the connection breaks.
 */
export function createRequestHandler({ dispatch }: Pick<Dispatcher, 'dispatch'>): HttpHandler {
	return {
		metadata: { handlerProtocol: 'http/1.1' },
		async handle({ method, path, headers, body }: HttpRequest, { abortSignal } = {}) {
			const signal = abortSignal instanceof AbortSignal ? abortSignal : undefined;
			const request = { method, path, headers: lowerCased(headers), body: bytes(body) };
			try {
				signal?.throwIfAborted();
				const answer = await dispatch(signal ? { ...request, signal } : request);
				signal?.throwIfAborted();
				const content = answer.body instanceof Uint8Array ? answer.body : readable(answer.body, signal);
				const response = new HttpResponse({
					statusCode: answer.status,
					headers: { ...answer.headers },
					body: content,
				});
				return { response };
			} catch (error) {
				if (!signal?.aborted) throw error;
				throw Object.assign(new Error('Request aborted', { cause: signal.reason }), { name: 'AbortError' });
			}
		},
		destroy() {},
		updateHttpClientConfig() {},
		httpHandlerConfigs: () => ({}),
	};
}

function readable(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Readable {
	return Readable.from(chunks, { objectMode: false, ...(signal && { signal }) });
}

function lowerCased(headers: Readonly<Record<string, string>>): Record<string, string> {
	return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function bytes(body: unknown): Uint8Array {
	if (body === undefined) return new Uint8Array();
	if (body instanceof Uint8Array) return body;
	if (typeof body === 'string') return new TextEncoder().encode(body);
	throw new TypeError('drydock takes request bodies that are text or bytes');
}
