import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { knowsProxies, proxyEnv } from '../../src/aws/proxy.ts';

afterEach(() => vi.unstubAllEnvs());

/** A server that answers with no clusters, and what it was asked for. */
async function listen() {
	const asked: string[] = [];
	const server = createServer((request, response) => {
		asked.push(request.url ?? '');
		response.end('{"clusterArns":[]}');
	});
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	onTestFinished(() => void server.close());
	return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

function clustersAt(endpointUrl: string) {
	const credentials = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'x' };
	const aws = createAws({ endpointUrl, credentials, clock: { now: () => 0 } });
	onTestFinished(() => aws.close());
	return aws.clusters('eu-west-1');
}

test('requests go through the proxy of the environment, but not to this machine', async () => {
	const [proxy, here] = await Promise.all([listen(), listen()]);
	vi.stubEnv('http_proxy', undefined);
	vi.stubEnv('HTTP_PROXY', proxy.url.replace('http://', ''));
	await clustersAt('http://ecs.test');
	await clustersAt(here.url);
	expect(proxy.asked).toEqual(['http://ecs.test/']);
	expect(here.asked).toEqual(['/']);
});

test('what is not to go through the proxy is passed on', () => {
	expect(proxyEnv({ HTTPS_PROXY: 'https://proxy:8443', no_proxy: '.corp' })).toEqual({
		HTTPS_PROXY: 'https://proxy:8443',
		NO_PROXY: '.corp,localhost,127.0.0.1,[::1]',
	});
});

test.each([
	['22.12.0', false],
	['22.21.0', true],
	['23.11.0', false],
	['24.4.1', false],
	['24.5.0', true],
	['26.0.0', true],
])('Node %s knows proxies: %s', (node, knows) => {
	expect(knowsProxies(node)).toBe(knows);
});
