import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import type { Aws } from '../../src/aws/aws.ts';
import { createAws } from '../../src/aws/create-aws.ts';
import { CLUSTER, REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const cleanUps: (() => void)[] = [];
afterEach(() => {
	vi.unstubAllEnvs();
	for (const cleanUp of cleanUps.splice(0)) cleanUp();
});

/** A server on loopback that is as wrong as the test wants it. */
async function serve(answer: RequestListener): Promise<string> {
	const server = createServer(answer);
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	cleanUps.push(() => {
		server.closeAllConnections();
		server.close();
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function awsAt(endpointUrl: string | undefined, timeLimitMs = 10_000): Aws {
	const aws = createAws({
		...(endpointUrl ? { endpointUrl } : {}),
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: Date,
		timeLimitMs,
	});
	cleanUps.push(() => aws.close());
	return aws;
}

test('a server that answers with a web page lacks the operation', async () => {
	const url = await serve((_, response) => {
		response.writeHead(404, { 'content-type': 'text/html' }).end('<!doctype html><h1>Not Found</h1>');
	});
	expect(await failureOf(awsAt(url).services(CLUSTER))).toMatchObject({
		kind: 'not-supported',
		message: `${url} answered ListServices with HTTP 404, a web page: it does not know the operation.`,
	});
});

test('a body that is shorter than promised is a failure with the request id', async () => {
	const url = await serve((_, response) => {
		response.writeHead(200, { 'x-amzn-requestid': 'req-7' }).end('{"serviceArns":["arn:aws:ecs');
	});
	expect(await failureOf(awsAt(url).services(CLUSTER))).toMatchObject({ kind: 'server-fault', requestId: 'req-7' });
});

test('a body that stalls half-way ends with the time limit', async () => {
	const url = await serve((_, response) => {
		response.writeHead(200, { 'content-length': '100' }).write('{"serv');
	});
	expect(await failureOf(awsAt(url, 200).services(CLUSTER))).toMatchObject({ kind: 'timed-out' });
});

test('a port where nobody listens is named', async () => {
	expect(await failureOf(awsAt('http://127.0.0.1:1').services(CLUSTER))).toMatchObject({
		kind: 'unreachable',
		message: 'Nothing accepts connections at http://127.0.0.1:1 (ECONNREFUSED).',
	});
});

test('AWS_ENDPOINT_URL of a service goes before the general one', async () => {
	const asked: (string | undefined)[] = [];
	const url = await serve((request, response) => {
		asked.push(request.headers.host);
		response.end('{"clusterArns":[]}');
	});
	vi.stubEnv('AWS_ENDPOINT_URL', 'http://127.0.0.1:1');
	vi.stubEnv('AWS_ENDPOINT_URL_ECS', url);
	expect(await awsAt(undefined).clusters(REGION)).toEqual([]);
	expect(asked).toEqual([new URL(url).host]);
});

test('connections are used again', async () => {
	const sockets = new Set<unknown>();
	const url = await serve((request, response) => {
		sockets.add(request.socket);
		response.end('{"clusterArns":[]}');
	});
	const aws = awsAt(url);
	await aws.clusters(REGION);
	await aws.clusters('us-east-1');
	expect(sockets.size).toBe(1);
});
