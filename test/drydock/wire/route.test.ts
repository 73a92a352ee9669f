import { CloudWatchClient, DescribeAlarmsCommand, ListMetricsCommand } from '@aws-sdk/client-cloudwatch';
import { SmithyRpcV2CborProtocol } from '@smithy/core/cbor';
import { describe, expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { clientOf, dispatcherWith } from './dispatcher.ts';

describe('a raw request', () => {
	const ecs = 'AmazonEC2ContainerServiceV20141113';

	test('without a signature is refused', async () => {
		const answer = await raw({ 'x-amz-target': `${ecs}.ListClusters` }, '{}');
		expect(answer.json()).toEqual({
			__type: 'MissingAuthenticationTokenException',
			message: 'Missing Authentication Token',
		});
		const query = await raw({}, 'Action=GetCallerIdentity&Version=2011-06-15');
		expect(query.status).toBe(403);
		expect(query.text).toContain('<Code>MissingAuthenticationToken</Code>');
	});

	test('for an unknown operation or service is refused as AWS does, by its name', async () => {
		for (const target of [`${ecs}.ListShips`, 'Nowhere.ListShips']) {
			const answer = await raw({ ...signature, 'x-amz-target': target }, '{}');
			expect(answer.json()).toEqual({
				__type: 'UnknownOperationException',
				message: 'Could not find operation ListShips',
			});
		}
		const query = await raw(signature, 'Action=ListShips&Version=2011-06-15');
		expect(query.text).toContain(
			'<Code>InvalidAction</Code><Message>Could not find operation ListShips for version 2011-06-15</Message>',
		);
	});

	test('that is no JSON, or has a member of another type, is refused', async () => {
		const headers = { ...signature, 'x-amz-target': `${ecs}.ListClusters` };
		expect((await raw(headers, '{"maxResults":')).json()).toMatchObject({ __type: 'SerializationException' });
		expect((await raw(headers, '{"maxResults":"ten"}')).json()).toEqual({
			__type: 'SerializationException',
			message: '$.maxResults is not a number',
		});
	});

	test('gets a request id with every answer', async () => {
		const headers = { ...signature, 'x-amz-target': `${ecs}.ListClusters` };
		expect((await raw(headers, '{}')).headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
		expect((await raw({}, '')).headers['x-amzn-requestid']).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('to CloudWatch may also be an awsQuery form, as older clients send it', async () => {
		const metrics = { Metrics: [{ Namespace: 'AWS/ECS', MetricName: 'CPUUtilization' }] };
		const dispatcher = dispatcherWith({ cloudwatch: { ListMetrics: metrics } });
		const answer = await raw(signature, 'Action=ListMetrics&Version=2010-08-01', dispatcher);
		expect(answer.text).toContain('<ListMetricsResult><Metrics><member><Namespace>AWS/ECS</Namespace>');
		const json = await new CloudWatchClient(clientOf(dispatcher)).send(new ListMetricsCommand({}));
		expect(json.Metrics).toEqual(metrics.Metrics);
	});

	test('to CloudWatch may also be CBOR, as newer clients send it', async () => {
		const at = new Date('2026-11-20T12:00:00.500Z');
		const dispatcher = dispatcherWith({
			cloudwatch: {
				DescribeAlarms: ({ MaxRecords }: { readonly MaxRecords?: number }) => {
					if (MaxRecords === 101) throw new AwsFault('InvalidNextToken', 'Invalid NextToken');
					return { MetricAlarms: [{ AlarmName: 'high', Threshold: 60, StateUpdatedTimestamp: at }] };
				},
			},
		});
		const protocol = SmithyRpcV2CborProtocol;
		const client = new CloudWatchClient({ ...clientOf(dispatcher), protocol });
		const { MetricAlarms } = await client.send(new DescribeAlarmsCommand({ MaxRecords: 3 }));
		expect(MetricAlarms).toEqual([{ AlarmName: 'high', Threshold: 60, StateUpdatedTimestamp: at }]);
		await expect(client.send(new DescribeAlarmsCommand({ MaxRecords: 101 }))).rejects.toMatchObject({
			name: 'InvalidNextToken',
			message: 'Invalid NextToken',
		});
	});

	const signature = { authorization: 'AWS4-HMAC-SHA256 Credential=AKIA/20260301/eu-west-1/ecs/aws4_request, …' };

	async function raw(
		headers: Readonly<Record<string, string>>,
		body: string,
		dispatcher = dispatcherWith({ ecs: { ListClusters: { clusterArns: [] } } }),
	) {
		const answer = await dispatcher.dispatch({ method: 'POST', headers, body: new TextEncoder().encode(body) });
		const text = new TextDecoder().decode(answer.body as Uint8Array);
		return { ...answer, text, json: (): unknown => JSON.parse(text) };
	}
});
