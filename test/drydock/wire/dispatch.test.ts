import { ApplicationAutoScalingClient, DescribeScalableTargetsCommand } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, FilterLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import {
	ClusterNotFoundException,
	DescribeServicesCommand,
	ECSClient,
	ListClustersCommand,
	ListServicesCommand,
} from '@aws-sdk/client-ecs';
import {
	DescribeTargetGroupsCommand,
	DescribeTargetHealthCommand,
	ElasticLoadBalancingV2Client,
	TargetGroupNotFoundException,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { AwsFault, type Call } from '../../../src/drydock/wire/handler.ts';
import { clientOf, dispatcherWith } from './dispatcher.ts';

describe('a round trip through the SDK client of', () => {
	test('ECS keeps nested structures, timestamps, empty lists and any text', async () => {
		const service = {
			serviceName: 'checkout',
			createdAt: new Date('2026-03-01T10:00:00.123Z'),
			events: [],
			deployments: [{ id: 'ecs-svc/1', networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-1'] } } }],
			tags: [{ key: 'note', value: '<&"\u{1f680} 日本語\u001b[31m' }],
		};
		const seen: unknown[] = [];
		const dispatcher = dispatcherWith({
			ecs: {
				DescribeServices: (input: unknown) => {
					seen.push(input);
					return { services: [service], failures: [] };
				},
			},
		});
		const answer = await new ECSClient(clientOf(dispatcher)).send(
			new DescribeServicesCommand({ cluster: 'shop', services: ['checkout'], include: ['TAGS'] }),
		);
		expect(answer.services).toEqual([service]);
		expect(answer.failures).toEqual([]);
		expect(seen).toEqual([{ cluster: 'shop', services: ['checkout'], include: ['TAGS'] }]);
	});

	test('CloudWatch Logs keeps 64-bit times', async () => {
		const event = { eventId: '1', timestamp: 1_772_359_200_123, message: 'GET /cart 200', logStreamName: 'web/a' };
		const dispatcher = dispatcherWith({ logs: { FilterLogEvents: { events: [event], searchedLogStreams: [] } } });
		const client = new CloudWatchLogsClient(clientOf(dispatcher));
		const answer = await client.send(new FilterLogEventsCommand({ logGroupName: '/shop/checkout' }));
		expect(answer.events).toEqual([event]);
	});

	test('CloudWatch keeps metric data', async () => {
		const result = { Id: 'cpu', Timestamps: [new Date('2026-03-01T10:00:00Z')], Values: [61.25] };
		const dispatcher = dispatcherWith({ cloudwatch: { GetMetricData: { MetricDataResults: [result] } } });
		const answer = await new CloudWatchClient(clientOf(dispatcher)).send(
			new GetMetricDataCommand({
				StartTime: new Date(0),
				EndTime: new Date(60_000),
				MetricDataQueries: [{ Id: 'cpu' }],
			}),
		);
		expect(answer.MetricDataResults).toEqual([result]);
	});

	test('Application Auto Scaling keeps scalable targets', async () => {
		const target = {
			ServiceNamespace: 'ecs',
			ResourceId: 'service/shop/checkout',
			ScalableDimension: 'ecs:service:DesiredCount',
			MinCapacity: 2,
			MaxCapacity: 8,
			RoleARN: 'arn:aws:iam::123456789012:role/scaling',
			CreationTime: new Date('2026-03-01T10:00:00Z'),
		};
		const dispatcher = dispatcherWith({
			'application-autoscaling': { DescribeScalableTargets: { ScalableTargets: [target] } },
		});
		const answer = await new ApplicationAutoScalingClient(clientOf(dispatcher)).send(
			new DescribeScalableTargetsCommand({ ServiceNamespace: 'ecs' }),
		);
		expect(answer.ScalableTargets).toEqual([target]);
	});

	test('ELBv2 reads forms and writes escaped XML', async () => {
		const group = {
			TargetGroupName: 'checkout <&> "日"',
			Port: 8080,
			Matcher: { HttpCode: '200-299' },
			LoadBalancerArns: [],
		};
		const seen: unknown[] = [];
		const dispatcher = dispatcherWith({
			elasticloadbalancing: {
				DescribeTargetGroups: (input: unknown) => {
					seen.push(input);
					return { TargetGroups: [group], NextMarker: 'next' };
				},
			},
		});
		const answer = await new ElasticLoadBalancingV2Client(clientOf(dispatcher)).send(
			new DescribeTargetGroupsCommand({ Names: ['checkout', 'a&b=c'], PageSize: 10 }),
		);
		expect(answer.TargetGroups).toEqual([group]);
		expect(answer.NextMarker).toBe('next');
		expect(seen).toEqual([{ Names: ['checkout', 'a&b=c'], PageSize: 10 }]);
	});

	test('STS tells who calls', async () => {
		const identity = { Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/ada', UserId: 'AIDA' };
		const dispatcher = dispatcherWith({ sts: { GetCallerIdentity: identity } });
		const answer = await new STSClient(clientOf(dispatcher)).send(new GetCallerIdentityCommand({}));
		expect(answer).toMatchObject(identity);
	});
});

describe('errors', () => {
	test('come back as the SDK class of their model', async () => {
		const dispatcher = dispatcherWith({
			ecs: { ListServices: fails(new AwsFault('ClusterNotFoundException', 'Cluster not found.')) },
			elasticloadbalancing: {
				DescribeTargetHealth: fails(
					new AwsFault('TargetGroupNotFoundException', 'One or more target groups not found'),
				),
			},
		});
		const ecs = new ECSClient(clientOf(dispatcher)).send(new ListServicesCommand({ cluster: 'gone' }));
		await expect(ecs).rejects.toBeInstanceOf(ClusterNotFoundException);
		await expect(ecs).rejects.toMatchObject({ message: 'Cluster not found.', $metadata: { httpStatusCode: 400 } });
		const elb = new ElasticLoadBalancingV2Client(clientOf(dispatcher)).send(
			new DescribeTargetHealthCommand({ TargetGroupArn: 'arn:gone' }),
		);
		await expect(elb).rejects.toBeInstanceOf(TargetGroupNotFoundException);
		await expect(elb).rejects.toMatchObject({ message: 'One or more target groups not found' });
	});

	test('name an operation that has no handler, and are not worth another try', async () => {
		const dispatcher = dispatcherWith({});
		const client = new ECSClient({ ...clientOf(dispatcher), maxAttempts: 3 });
		await expect(client.send(new ListClustersCommand({}))).rejects.toMatchObject({
			name: 'UnsupportedOperation',
			message: 'drydock does not implement ecs:ListClusters',
			$metadata: { attempts: 1, httpStatusCode: 400 },
		});
	});

	test("tell a handler's mistake by the members that AWS does not have", async () => {
		const reports: string[] = [];
		const dispatcher = dispatcherWith(
			{ ecs: { ListClusters: { clusterArns: ['arn'], clusters: [], nextToken: 7 } } },
			{ report: (defect) => reports.push(defect) },
		);
		const message =
			'ecs:ListClusters: answer does not fit the AWS model: $.clusters is unknown, $.nextToken is not a string';
		await expect(new ECSClient(clientOf(dispatcher)).send(new ListClustersCommand({}))).rejects.toMatchObject({
			name: 'InternalFailure',
			message,
			$metadata: { httpStatusCode: 500 },
		});
		expect(reports).toEqual([message]);
	});

	test('report a handler that crashes', async () => {
		const reports: string[] = [];
		const dispatcher = dispatcherWith(
			{ ecs: { ListClusters: fails(new TypeError('no clusters')) } },
			{ report: (defect) => reports.push(defect) },
		);
		await expect(new ECSClient(clientOf(dispatcher)).send(new ListClustersCommand({}))).rejects.toMatchObject({
			name: 'InternalFailure',
		});
		expect(reports).toEqual([expect.stringContaining('ecs:ListClusters: TypeError: no clusters')]);
	});
});

test('a handler learns the region of the signature, the account and the request id', async () => {
	let call: Call | undefined;
	const dispatcher = dispatcherWith({
		ecs: {
			ListClusters: (_input: unknown, from: Call) => {
				call = from;
			},
		},
	});
	const client = new ECSClient({ ...clientOf(dispatcher), region: 'ap-northeast-1' });
	const answer = await client.send(new ListClustersCommand({}));
	expect(call).toMatchObject({
		service: 'ecs',
		operation: 'ListClusters',
		region: 'ap-northeast-1',
		account: '123456789012',
		requestId: answer.$metadata.requestId,
	});
});

test('calls are logged with their times and status', async () => {
	let now = 1000;
	const dispatcher = dispatcherWith(
		{
			ecs: {
				ListClusters: () => {
					now += 25;
				},
			},
		},
		{ now: () => now },
	);
	const client = new ECSClient(clientOf(dispatcher));
	await client.send(new ListClustersCommand({}));
	await expect(client.send(new ListServicesCommand({}))).rejects.toThrow('does not implement');
	expect(dispatcher.log.calls).toEqual([
		{ service: 'ecs', operation: 'ListClusters', region: 'eu-west-1', at: 1000, ms: 25, status: 200 },
		{ service: 'ecs', operation: 'ListServices', region: 'eu-west-1', at: 1025, ms: 0, status: 400 },
	]);
});

function fails(error: Error): () => never {
	return () => {
		throw error;
	};
}
