import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import type { FaultRule } from '../../src/drydock/wire/fault-rule.ts';
import { runCli } from './run-cli.ts';
import { shopServer, TOKYO } from './shop-server.ts';

const shop = shopServer();
const servers: Server[] = [];

afterEach(() => {
	for (const server of servers.splice(0)) server.close();
});

const COMMANDS = ['clusters', 'services', 'tasks', 'events', 'deployments checkout', 'logs checkout'];

test.each<[trouble: string, rule: FaultRule, code: string, next: string]>([
	[
		'expired credentials',
		{ operation: '*', expiredToken: true },
		'ExpiredTokenException',
		'Get new credentials: sign in again, or renew the session token in the environment.',
	],
	[
		'a missing permission',
		{ operation: 'ecs:ListClusters', accessDenied: true },
		'AccessDeniedException',
		'Ask for the IAM permission ecs:ListClusters',
	],
	['throttling', { operation: 'ecs:ListClusters', throttled: 1 }, 'ThrottlingException', 'others in the account share'],
	['a fault of AWS', { operation: 'ecs:ListClusters', serverError: 1 }, 'ServerException', 'AWS Health Dashboard'],
])('says what to do about %s, with the request id, and prints nothing else', async (_trouble, rule, code, next) => {
	shop.suffer(rule);
	const { status, stdout, stderr } = await shop.run('services --json');
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toMatch(new RegExp(`^deckwatch: ecs:ListClusters failed: ${code}: `, 'u'));
	expect(stderr).toMatch(/\n {2}request id [\da-f-]{36}\n/u);
	expect(stderr).toContain(next);
	expect(stderr.match(/failed:/gu)).toHaveLength(1);
});

test.each(COMMANDS)('`%s` ends with status 3 when AWS refuses', async (line) => {
	shop.suffer({ operation: '*', accessDenied: true });
	expect(await shop.run(line)).toMatchObject({ status: 3, stdout: '' });
});

test.each(['services --cluster prod', 'tasks --cluster prod', 'events prod/checkout', 'deployments prod/checkout'])(
	'`%s` needs no permission to list or describe clusters',
	async (line) => {
		shop.suffer(
			{ operation: 'ecs:ListClusters', accessDenied: true },
			{ operation: 'ecs:DescribeClusters', accessDenied: true },
		);
		const { status, lines, stderr } = await runCli([
			...line.split(' '),
			'--endpoint-url',
			shop.url(),
			'--region',
			TOKYO,
		]);
		expect({ status, refused: stderr.match(/failed:/gu) }).toEqual({ status: 0, refused: null });
		expect(lines.length).toBeGreaterThan(1);
	},
);

test('a missing permission is asked for, and nothing is promised to go on without it', async () => {
	shop.suffer({ operation: 'ecs:ListClusters', accessDenied: true });
	expect((await shop.run('clusters')).stderr).toMatch(/Ask for the IAM permission ecs:ListClusters\.$/mu);
});

test('says where nothing answers', async () => {
	const url = await listen((_request, response) => response.end());
	servers.pop()?.close();
	const { status, stdout, stderr } = await runCli(['services', '--endpoint-url', url, '--region', TOKYO]);
	expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
	expect(stderr).toContain(`Nothing accepts connections at ${url} (ECONNREFUSED).`);
	expect(stderr).toContain('Check that the server is running, and --endpoint-url');
});

test('says when a web page answers instead of AWS', async () => {
	const url = await listen((_request, response) => {
		response.writeHead(500, { 'content-type': 'text/html' }).end('<!doctype html><h1>Internal Server Error</h1>');
	});
	const { status, stderr } = await runCli(['services', '--endpoint-url', url, '--region', TOKYO]);
	expect(status).toBe(3);
	expect(stderr).toContain(`${url} answered ListClusters with HTTP 500, a web page: it does not know the operation.`);
});

test.each(['{}', '[1,2,3]', 'null', '"hi"', '{"clusterArns":"notalist"}', ''])(
	'does not take %s for an account without clusters',
	async (body) => {
		const url = await listen((_request, response) => response.writeHead(200).end(body));
		const { status, stdout, stderr } = await runCli(['clusters', '--endpoint-url', url, '--region', TOKYO]);
		expect({ status, stdout }).toEqual({ status: 3, stdout: '' });
		expect(stderr).toContain(`What ${url} sent is not an answer to ListClusters.\n  Check that the server is running`);
	},
);

test('passes over what is null in a list', async () => {
	const url = await listen((_request, response) =>
		response.writeHead(200).end('{"clusterArns":["arn:aws:ecs:a:1:cluster/a"],"clusters":[null]}'),
	);
	const { status, stderr } = await runCli(['clusters', '--endpoint-url', url, '--region', TOKYO]);
	expect(status).toBe(0);
	expect(stderr).not.toContain('should not have happened');
});

test('asks for a region when none is known', async () => {
	const { status, stderr } = await runCli(['services', '--endpoint-url', shop.url()]);
	expect(status).toBe(2);
	expect(stderr).toContain('No AWS region is set. Give --region, set AWS_REGION');
});

test('takes the region of the environment', async () => {
	const run = await runCli(['clusters', '--json', '--endpoint-url', shop.url()], { env: { AWS_REGION: TOKYO } });
	expect(run.json()).toMatchObject({ clusters: [{ region: TOKYO }, { region: TOKYO }] });
});

test('has no answer, and no complaint, when it is interrupted before there is one', async () => {
	expect(await shop.run('services', { signal: AbortSignal.abort() })).toMatchObject({
		status: 130,
		stdout: '',
		stderr: '',
	});
});

async function listen(answer: Parameters<typeof createServer>[1]): Promise<string> {
	const server = createServer(answer);
	servers.push(server);
	await new Promise<void>((resolve) => {
		server.listen(0, '127.0.0.1', resolve);
	});
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
