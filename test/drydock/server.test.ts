import { once } from 'node:events';
import { connect } from 'node:net';
import { CloudWatchLogsClient, StartLiveTailCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeServicesCommand, ECSClient, ListClustersCommand } from '@aws-sdk/client-ecs';
import { DescribeTargetGroupsCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { afterEach, expect, test } from 'vitest';
import { startServer, type DrydockServer } from '../../src/drydock/server.ts';
import type { Dispatcher } from '../../src/drydock/wire/dispatch.ts';
import type { Call } from '../../src/drydock/wire/handler.ts';
import { dispatcherWith, signedAs } from './wire/dispatcher.ts';

const servers: DrydockServer[] = [];

afterEach(async () => {
	await Promise.all(servers.splice(0).map((server) => server.close()));
});

test('awsJson and awsQuery clients are served on one port of loopback', async () => {
	const { url } = await serve({
		ecs: { DescribeServices: { services: [{ serviceName: 'checkout', createdAt: new Date(1234) }] } },
		elasticloadbalancing: { DescribeTargetGroups: { TargetGroups: [{ TargetGroupName: 'a<b' }] } },
	});
	expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
	const config = { ...signedAs, endpoint: url };
	const { services } = await new ECSClient(config).send(new DescribeServicesCommand({ services: ['checkout'] }));
	expect(services).toEqual([{ serviceName: 'checkout', createdAt: new Date(1234) }]);
	const elb = await new ElasticLoadBalancingV2Client(config).send(new DescribeTargetGroupsCommand({}));
	expect(elb.TargetGroups).toEqual([{ TargetGroupName: 'a<b' }]);
});

test('a live tail runs until the client leaves, and then its handler ends', async () => {
	const ended = Promise.withResolvers<void>();
	const { url } = await serve({
		logs: {
			StartLiveTail: (_input: unknown, call: Call) => ({
				responseStream: (async function* () {
					try {
						yield { sessionStart: { sessionId: 's' } };
						yield { sessionUpdate: { sessionResults: [{ message: 'GET /cart 200' }] } };
						await new Promise((resolve) => call.signal?.addEventListener('abort', resolve));
					} finally {
						ended.resolve();
					}
				})(),
			}),
		},
	});
	const client = new CloudWatchLogsClient({ ...signedAs, endpoint: url });
	const abort = new AbortController();
	const tail = await client.send(new StartLiveTailCommand({ logGroupIdentifiers: ['arn:group'] }), {
		abortSignal: abort.signal,
	});
	const messages: unknown[] = [];
	const read = async (): Promise<void> => {
		for await (const event of tail.responseStream ?? []) {
			for (const { message } of event.sessionUpdate?.sessionResults ?? []) messages.push(message);
			if (messages.length > 0) abort.abort();
		}
	};
	await read().catch(() => undefined);
	await ended.promise;
	expect(messages).toEqual(['GET /cart 200']);
});

test.each(['reset', 'truncated'])('a %s answer breaks the connection', async (fault) => {
	const { url } = await serve({ ecs: { ListClusters: { clusterArns: ['arn:one', 'arn:two'] } } });
	await fetch(`${url}/_drydock/faults`, { method: 'POST', body: JSON.stringify({ operation: '*', [fault]: 1 }) });
	const client = new ECSClient({ ...signedAs, endpoint: url });
	await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a mistake of its own breaks the connection, too, and is told with its stack', async () => {
	const reports: string[] = [];
	const broken = () => Promise.reject(new TypeError('no clusters'));
	const { url } = await serve({}, { dispatch: broken, report: (defect) => reports.push(defect) });
	await expect(fetch(url, { method: 'POST' })).rejects.toThrow('fetch failed');
	expect(reports).toEqual([expect.stringMatching(/^POST \/: TypeError: no clusters\n {4}at /u)]);
});

test('neither a connection that is to break nor a client that leaves is a mistake', async () => {
	const reports: string[] = [];
	const report = (defect: string) => reports.push(defect);
	const { url } = await serve({ ecs: { ListClusters: {} } }, { report });
	for (const fault of ['reset', 'truncated']) {
		await fetch(`${url}/_drydock/faults`, { method: 'POST', body: JSON.stringify({ operation: '*', [fault]: 1 }) });
		const client = new ECSClient({ ...signedAs, endpoint: url });
		await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
		await fetch(`${url}/_drydock/faults`, { method: 'DELETE' });
	}
	const caller = connect(Number(new URL(url).port), '127.0.0.1');
	await new Promise((sent) => caller.write('POST / HTTP/1.1\r\nhost: drydock\r\ncontent-length: 9\r\n\r\nhalf', sent));
	await fetch(`${url}/_drydock/faults`);
	caller.destroy();
	await once(caller, 'close');
	await fetch(`${url}/_drydock/faults`);
	expect(reports).toEqual([]);
});

test('it is steered and read through the control endpoint', async () => {
	const { url } = await serve({ ecs: { ListClusters: {} } });
	const client = new ECSClient({ ...signedAs, endpoint: url });
	const denied = { operation: 'ecs:*', accessDenied: true };
	const response = await fetch(`${url}/_drydock/faults`, { method: 'POST', body: JSON.stringify(denied) });
	expect(await response.json()).toEqual([denied]);
	await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({ name: 'AccessDeniedException' });
	await fetch(`${url}/_drydock/faults`, { method: 'DELETE' });
	await client.send(new ListClustersCommand({}));
	const calls = await fetch(`${url}/_drydock/calls`);
	expect(await calls.json()).toMatchObject([{ status: 403 }, { status: 200 }]);
});

test('a port that is taken is refused', async () => {
	const { url } = await serve({});
	const again = startServer({ dispatcher: dispatcherWith({}), port: Number(new URL(url).port) });
	await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

async function serve(
	handlers: Parameters<typeof dispatcherWith>[0],
	{ report, dispatch }: { readonly report?: (defect: string) => void; readonly dispatch?: Dispatcher['dispatch'] } = {},
): Promise<DrydockServer> {
	const server = await startServer({
		dispatcher: { ...dispatcherWith(handlers), ...(dispatch && { dispatch }) },
		...(report && { report }),
	});
	servers.push(server);
	return server;
}
