import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createAwsClock } from '../../src/aws/aws-clock.ts';
import { createCallBudget } from '../../src/aws/call-budget.ts';
import { createCallRate } from '../../src/aws/call-rate.ts';
import { createConnections } from '../../src/aws/connections.ts';
import { awsOver, CLUSTER, REGION } from './aws-over.ts';
import { failureOf } from './failure-of.ts';

const never = () => new Promise<never>(() => undefined);
const sts = { GetCallerIdentity: () => ({ Account: '123456789012', Arn: 'arn', UserId: 'AIDA' }) };

test('nothing is sent before somebody asks', () => {
	const { operations } = awsOver({ sts });
	expect(operations()).toEqual([]);
});

test('credentials are resolved once for all services and regions', async () => {
	const credentials = vi.fn<() => Promise<{ accessKeyId: string; secretAccessKey: string; expiration: Date }>>(
		async () => ({
			accessKeyId: 'AKIAEXAMPLE',
			secretAccessKey: 'secret',
			expiration: new Date(Date.now() + 3_600_000),
		}),
	);
	const { aws } = awsOver({ sts, ecs: { ListClusters: () => ({ clusterArns: [] }) } }, { credentials });
	await aws.identity(REGION);
	await Promise.all([aws.identity(REGION), aws.identity(REGION)]);
	expect(credentials).toHaveBeenCalledOnce();
});

test('credentials that cannot be found are a failure of the call', async () => {
	const credentials = () =>
		Promise.reject(
			Object.assign(new Error('Could not load credentials from any providers'), { name: 'CredentialsProviderError' }),
		);
	const { aws, operations } = awsOver({ sts }, { credentials });
	expect(await failureOf(aws.identity(REGION))).toMatchObject({ kind: 'no-credentials', service: 'sts' });
	expect(operations()).toEqual([]);
});

describe('credentials that AWS refuses', () => {
	type Refusal = 'ExpiredTokenException' | 'UnrecognizedClientException';

	/** Connections that count how often credentials are looked up; some regions refuse them. */
	function connectionsWith(refusals: Readonly<Record<string, Refusal>>) {
		let lookups = 0;
		let now = 0;
		const clock = { now: () => now };
		const connections = createConnections({
			profile: undefined,
			endpointUrl: undefined,
			readOnly: true,
			credentials: () => (lookups++, { provider: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' } }),
			requestHandler: {
				metadata: { handlerProtocol: 'http/1.1' },
				handle: async ({ hostname }: { readonly hostname: string }) => {
					const { HttpResponse } = await import('@smithy/core/protocols');
					const code = refusals[hostname.split('.')[1] ?? ''];
					const [statusCode, answer] = code ? [400, { __type: code }] : [200, {}];
					return { response: new HttpResponse({ statusCode, body: new TextEncoder().encode(JSON.stringify(answer)) }) };
				},
			},
			budget: createCallBudget(clock),
			rate: createCallRate(clock),
			clock,
			awsClock: createAwsClock(clock),
			timeLimitMs: 10_000,
		});
		const call = (region: string) =>
			connections
				.to('ecs', region)
				.call('ListClusters', (ecs, options) => ecs.listClusters({}, options))
				.then(
					() => 'accepted',
					() => 'refused',
				);
		return { call, lookups: () => lookups, pass: (ms: number) => void (now += ms) };
	}

	test('are looked up once more, however many calls were under way', async () => {
		const { call, lookups } = connectionsWith({ [REGION]: 'ExpiredTokenException' });
		expect(await Promise.all([call(REGION), call(REGION), call(REGION)])).toEqual(['refused', 'refused', 'refused']);
		expect(lookups()).toBe(2);
	});

	test('are kept while another region accepts them', async () => {
		const { call, lookups, pass } = connectionsWith({ 'me-south-1': 'UnrecognizedClientException' });
		for (let round = 0; round < 8; round++) {
			expect(await call(REGION)).toBe('accepted');
			pass(30_000);
			expect(await call('me-south-1')).toBe('refused');
		}
		expect(lookups()).toBe(1);
	});

	test('are looked up anew after a minute in which nobody accepted them', async () => {
		const { call, lookups, pass } = connectionsWith({ [REGION]: 'UnrecognizedClientException' });
		await call(REGION);
		pass(60_000);
		await call(REGION);
		expect(lookups()).toBe(2);
	});
});

test.each([
	['by a client that reads', 'to', undefined, 0],
	['by a client that may change something', 'toChange', undefined, 1],
	['by one that says nothing of what it changes, where a context is read-only', 'toChange', 'prod', 0],
] as const)('a change that is sent %s reaches AWS or not (%s, context %s): %i', async (_, way, context, arrived) => {
	let requests = 0;
	const clock = { now: () => 0 };
	const connections = createConnections({
		profile: undefined,
		endpointUrl: undefined,
		readOnly: false,
		credentials: () => ({ provider: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' } }),
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async ({ headers }: { readonly headers: Readonly<Record<string, string>> }) => {
				if (headers['x-amz-target']?.endsWith('.UpdateService')) requests++;
				throw new Error('the wire ends here');
			},
		},
		budget: createCallBudget(clock),
		rate: createCallRate(clock),
		clock,
		awsClock: createAwsClock(clock),
		timeLimitMs: 10_000,
		...(context
			? { rules: { contexts: [{ name: context, clusters: ['prod'], readOnly: true }], file: 'config.yaml' } }
			: {}),
	});
	const client = way === 'to' ? connections.to('ecs', REGION) : connections.toChange('ecs', REGION, []);
	const sent = client.call('UpdateService', (ecs, options) => ecs.updateService({ service: 'checkout' }, options));
	expect((await failureOf(sent)).kind === 'read-only').toBe(arrived === 0);
	expect(requests).toBe(arrived);
});

test('an endpoint that was mended in the config file is used by the next call', async () => {
	const home = mkdtempSync(join(tmpdir(), 'deckwatch-'));
	onTestFinished(() => {
		vi.unstubAllEnvs();
		rmSync(home, { recursive: true });
	});
	vi.stubEnv('AWS_CONFIG_FILE', join(home, 'config'));
	vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(home, 'none'));
	for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_ENDPOINT_URL']) vi.stubEnv(name, undefined);
	writeFileSync(join(home, 'config'), '[default]\nendpoint_url = localhost\n');
	const { aws } = awsOver({ sts });
	expect(await failureOf(aws.identity(REGION))).toMatchObject({ kind: 'invalid', code: 'ERR_INVALID_URL' });
	writeFileSync(join(home, 'config'), '[default]\n');
	expect(await aws.identity(REGION)).toMatchObject({ userId: 'AIDA' });
});

describe('the time limit', () => {
	test('ends a call that is not answered', async () => {
		const { aws } = awsOver({ sts: { GetCallerIdentity: never } }, { timeLimitMs: 1 });
		expect(await failureOf(aws.identity(REGION))).toMatchObject({ kind: 'timed-out', operation: 'GetCallerIdentity' });
	});

	test('covers credentials that never come', async () => {
		const { aws } = awsOver({ sts }, { credentials: never, timeLimitMs: 1 });
		expect(await failureOf(aws.identity(REGION))).toMatchObject({ kind: 'timed-out' });
	});
});

describe('a call that nobody waits for any more', () => {
	test('ends when its caller gives up', async () => {
		const caller = new AbortController();
		const { aws } = awsOver({
			sts: {
				GetCallerIdentity: () => {
					caller.abort();
					return never();
				},
			},
		});
		expect(await failureOf(aws.identity(REGION, caller.signal))).toMatchObject({ code: 'AbortError' });
	});

	test('is not sent when its caller gave up before', async () => {
		const { aws, operations } = awsOver({ sts });
		expect(await failureOf(aws.identity(REGION, AbortSignal.abort()))).toMatchObject({ code: 'AbortError' });
		expect(operations()).toEqual([]);
	});

	test('ends when deckwatch closes', async () => {
		const { aws } = awsOver({
			sts: {
				GetCallerIdentity: () => {
					aws.close();
					return never();
				},
			},
		});
		expect(await failureOf(aws.identity(REGION))).toMatchObject({ code: 'AbortError' });
	});
});

test('an answer that breaks off is a failure, in JSON and in XML', async () => {
	const { aws, wire } = awsOver({ sts, ecs: { ListServices: () => ({ serviceArns: [] }) } });
	wire.setFaults([{ operation: '*', truncated: 1 }]);
	expect(await failureOf(aws.services(CLUSTER))).toMatchObject({ kind: 'unreachable', code: 'ECONNRESET' });
	expect(await failureOf(aws.identity(REGION))).toMatchObject({ kind: 'unreachable', code: 'ECONNRESET' });
});
