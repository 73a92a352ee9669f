import { describe, expect, test, vi } from 'vitest';
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
