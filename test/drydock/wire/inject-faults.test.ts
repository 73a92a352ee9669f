import { CloudWatchClient, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, FilterLogEventsCommand, StartLiveTailCommand } from '@aws-sdk/client-cloudwatch-logs';
import { ECSClient, ListClustersCommand, ListServicesCommand, RunTaskCommand } from '@aws-sdk/client-ecs';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Dispatcher } from '../../../src/drydock/wire/dispatch.ts';
import type { Faults } from '../../../src/drydock/wire/fault-rule.ts';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { clientOf, dispatcherWith } from './dispatcher.ts';

afterEach(() => {
	vi.useRealTimers();
});

describe('throttling', () => {
	test('is answered with the code that each service has for it', async () => {
		const config = clientOf(afflicted({ throttled: 1 }));
		const exception = { name: 'ThrottlingException', message: 'Rate exceeded', $metadata: { httpStatusCode: 400 } };
		await expect(new ECSClient(config).send(new ListClustersCommand({}))).rejects.toMatchObject(exception);
		await expect(
			new CloudWatchLogsClient(config).send(new FilterLogEventsCommand({ logGroupName: 'g' })),
		).rejects.toMatchObject(exception);
		await expect(new CloudWatchClient(config).send(new ListMetricsCommand({}))).rejects.toMatchObject(exception);
		await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
			...exception,
			name: 'Throttling',
		});
	});

	test('is tried again by the SDK', async () => {
		const dice = [0.1, 0.9];
		const dispatcher = afflicted({ throttled: 0.5 }, () => dice.shift() ?? 1);
		const client = new ECSClient({ ...clientOf(dispatcher), maxAttempts: 2 });
		const answer = await client.send(new ListClustersCommand({}));
		expect(answer.$metadata.attempts).toBe(2);
	});

	test("comes by itself when AWS's request rate is exceeded", async () => {
		const client = new CloudWatchLogsClient(clientOf(dispatcherWith({ logs: { FilterLogEvents: { events: [] } } })));
		const calls = Array.from({ length: 7 }, () => client.send(new FilterLogEventsCommand({ logGroupName: 'g' })));
		const settled = await Promise.allSettled(calls);
		expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(2);
	});
});

test('access denied is worded as IAM words it', async () => {
	const config = clientOf(afflicted({ accessDenied: true }));
	await expect(new ECSClient(config).send(new ListServicesCommand({}))).rejects.toMatchObject({
		name: 'AccessDeniedException',
		message:
			'User: arn:aws:sts::123456789012:assumed-role/OnCall/alice is not authorized to perform: ecs:ListServices on resource: * because no identity-based policy allows the ecs:ListServices action',
	});
	await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({
		name: 'AccessDenied',
		$metadata: { httpStatusCode: 403 },
	});
});

test('an expired token is told', async () => {
	const config = clientOf(afflicted({ expiredToken: true }));
	const message = 'The security token included in the request is expired';
	await expect(new ECSClient(config).send(new ListClustersCommand({}))).rejects.toMatchObject({
		name: 'ExpiredTokenException',
		message,
	});
	await expect(new STSClient(config).send(new GetCallerIdentityCommand({}))).rejects.toMatchObject({ message });
});

test('a server error is a 5xx', async () => {
	const client = new ECSClient(clientOf(afflicted({ serverError: 1 })));
	await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({
		name: 'ServerException',
		$fault: 'server',
		$metadata: { httpStatusCode: 500 },
	});
});

test('a reset connection gives no answer', async () => {
	const dispatcher = afflicted({ reset: 1 });
	await expect(new ECSClient(clientOf(dispatcher)).send(new ListClustersCommand({}))).rejects.toMatchObject({
		code: 'ECONNRESET',
	});
	expect(dispatcher.log.calls).toMatchObject([{ operation: 'ListClusters', status: 0 }]);
});

test('a lost answer leaves the call done', async () => {
	const started: object[] = [];
	const RunTask = (input: { readonly count?: number }): object => {
		started.push(input);
		if (input.count === 11) throw new AwsFault('InvalidParameterException', 'Count must be between 1 and 10.');
		return {};
	};
	const dispatcher = dispatcherWith({ ecs: { RunTask } });
	dispatcher.setFaults([{ operation: 'ecs:RunTask', lost: 1 }]);
	const client = new ECSClient(clientOf(dispatcher));
	for (const count of [1, 11]) {
		const call = client.send(new RunTaskCommand({ taskDefinition: 'migrate', count }));
		await expect(call).rejects.toMatchObject({ code: 'ECONNRESET' });
	}
	expect(started).toMatchObject([
		{ taskDefinition: 'migrate', count: 1 },
		{ taskDefinition: 'migrate', count: 11 },
	]);
	expect(dispatcher.log.calls).toMatchObject([{ status: 0 }, { status: 0 }]);
});

test('a truncated answer breaks off', async () => {
	const client = new ECSClient(clientOf(afflicted({ truncated: 1 })));
	await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({ code: 'ECONNRESET' });
});

test('a truncated event stream breaks off after its beginning', async () => {
	const client = new CloudWatchLogsClient(clientOf(afflicted({ truncated: 1 })));
	const tail = await client.send(new StartLiveTailCommand({ logGroupIdentifiers: ['g'] }));
	const read = async (): Promise<void> => {
		for await (const event of tail.responseStream ?? []) expect(event).toHaveProperty('sessionStart');
	};
	await expect(read()).rejects.toMatchObject({ code: 'ECONNRESET' });
});

describe('latency', () => {
	test('holds the answer back, jitter included', async () => {
		vi.useFakeTimers();
		const dispatcher = dispatcherWith(handlers, { now: () => Date.now(), random: () => 0.5 });
		dispatcher.setFaults([{ operation: 'ecs:*', latencyMs: 100, jitterMs: 40 }]);
		const answer = new ECSClient(clientOf(dispatcher)).send(new ListClustersCommand({}));
		await vi.runAllTimersAsync();
		await answer;
		expect(dispatcher.log.calls).toMatchObject([{ ms: 120 }]);
	});

	test('ends at once when the caller goes away', async () => {
		const dispatcher = afflicted({ latencyMs: 600_000 });
		const caller = new AbortController();
		const answer = new ECSClient(clientOf(dispatcher)).send(new ListClustersCommand({}), {
			abortSignal: caller.signal,
		});
		caller.abort();
		await expect(answer).rejects.toMatchObject({ name: 'AbortError' });
	});
});

const handlers = {
	ecs: { ListClusters: { clusterArns: ['arn:aws:ecs:eu-west-1:123456789012:cluster/shop'] } },
	logs: { StartLiveTail: () => ({ responseStream: sessionStart() }) },
};

async function* sessionStart() {
	yield { sessionStart: { sessionId: 's' } };
}

function afflicted(faults: Faults, random: () => number = () => 0.5): Dispatcher {
	const dispatcher = dispatcherWith(handlers, { random });
	dispatcher.setFaults([{ operation: '*', ...faults }]);
	return dispatcher;
}
