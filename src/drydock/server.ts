import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { control, controlPath, type WorldControl } from './wire/control.ts';
import type { Dispatcher } from './wire/dispatch.ts';
import { AwsFault } from './wire/handler.ts';
import { reportDefect } from './report-defect.ts';
import { ConnectionReset, type WireResponse } from './wire/wire-message.ts';

export type ServerOptions = {
	readonly dispatcher: Dispatcher;
	/** On 127.0.0.1; 0 picks a free one. */
	readonly port?: number;
	/** What `/_drydock/world` and `/_drydock/clock` steer; answers are dated by its clock. */
	readonly world?: WorldControl;
	/** Told when drydock itself is wrong. Default: a line on stderr. */
	readonly report?: (defect: string) => void;
};

export type DrydockServer = {
	/** `http://127.0.0.1:<port>`, for `AWS_ENDPOINT_URL`. */
	readonly url: string;
	/** Breaks all connections off and frees the port. */
	close(): Promise<void>;
};

// Longer than any client's pause between two calls: Node's 5 s would reset connections as they are used again.
const keepAliveTimeout = 60_000;

/**
 * Serves the dispatcher's AWS services and the control endpoint on loopback.
 * @throws {Error} with code `EADDRINUSE` when the port is taken.
 */
export async function startServer(options: ServerOptions): Promise<DrydockServer> {
	const { dispatcher, port = 0, world, report = reportDefect } = options;
	const server = createServer({ keepAliveTimeout }, (request, response) => {
		const gone = new AbortController();
		response.once('close', () => gone.abort());
		respond({ request, response, dispatcher, world, signal: gone.signal }).catch((error: unknown) => {
			// A caller that went away, or a fault that breaks the connection: neither gets an answer. An AwsFault here broke
			// off a stream, and was told where it arose.
			const meant = gone.signal.aborted || error instanceof ConnectionReset || error instanceof AwsFault;
			if (!meant) report(`${request.method} ${request.url}: ${error instanceof Error ? error.stack : String(error)}`);
			response.destroy(error instanceof Error ? error : undefined);
		});
	});
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	const { port: listening } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${listening}`,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

type Responding = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly dispatcher: Dispatcher;
	readonly world: WorldControl | undefined;
	/** Aborted when the caller goes away. */
	readonly signal: AbortSignal;
};

async function respond({ request, response, dispatcher, world, signal }: Responding): Promise<void> {
	const body = await bodyOf(request);
	const { method = '', url = '' } = request;
	if (url.startsWith(controlPath)) {
		const answer = control({ method, path: url, body: body.toString() }, dispatcher, world);
		response.writeHead(answer.status, { 'content-type': 'application/json' });
		response.end(`${JSON.stringify(answer.body)}\n`);
		return;
	}
	const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
	const answer = await dispatcher.dispatch({ method, path: url, headers, body, signal });
	// Node's would be this machine's time, and the world has its own.
	response.sendDate = false;
	if (world) response.setHeader('date', new Date(world.clock.now).toUTCString());
	await send(answer, response);
}

async function send({ status, headers, body }: WireResponse, response: ServerResponse): Promise<void> {
	response.writeHead(status, body instanceof Uint8Array ? { ...headers, 'content-length': body.length } : headers);
	if (body instanceof Uint8Array) {
		response.end(body);
		return;
	}
	for await (const chunk of body) {
		if (response.destroyed) return;
		// An answer that then breaks off is to reach the caller up to there.
		await new Promise((resolve) => response.write(chunk, resolve));
	}
	response.end();
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}
