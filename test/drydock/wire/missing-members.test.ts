import { ApplicationAutoScalingClient, PutScalingPolicyCommand } from '@aws-sdk/client-application-auto-scaling';
import { CloudWatchClient, GetMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { CloudWatchLogsClient, GetLogEventsCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DescribeTasksCommand, ECSClient, RegisterTaskDefinitionCommand } from '@aws-sdk/client-ecs';
import { DescribeTagsCommand, ElasticLoadBalancingV2Client } from '@aws-sdk/client-elastic-load-balancing-v2';
import { expect, test } from 'vitest';
import { clientOf, dispatcherWith } from './dispatcher.ts';

test('missing members are named in the words of each service', async () => {
	const nothing = {} as never;
	const config = clientOf(dispatcherWith({}));
	await expect(new ECSClient(config).send(new DescribeTasksCommand({ tasks: [] }))).rejects.toMatchObject({
		name: 'InvalidParameterException',
		message: 'Tasks cannot be empty.',
	});
	await expect(new CloudWatchLogsClient(config).send(new GetLogEventsCommand(nothing))).rejects.toMatchObject({
		name: 'InvalidParameterException',
		message:
			"1 validation error detected: Value null at 'logStreamName' failed to satisfy constraint: Member must not be null",
	});
	await expect(
		new ApplicationAutoScalingClient(config).send(new PutScalingPolicyCommand({ PolicyName: 'cpu' } as never)),
	).rejects.toMatchObject({ name: 'ValidationException', message: expect.stringContaining('3 validation errors') });
	await expect(new CloudWatchClient(config).send(new GetMetricDataCommand(nothing))).rejects.toMatchObject({
		message: 'The parameter MetricDataQueries is required.',
		Code: 'MissingParameter',
	});
	await expect(new ElasticLoadBalancingV2Client(config).send(new DescribeTagsCommand(nothing))).rejects.toMatchObject({
		name: 'ValidationError',
		message: expect.stringContaining("'resourceArns'"),
	});
});

test('members of members are required too', async () => {
	const config = clientOf(dispatcherWith({}));
	const containerDefinitions = [{ name: 'web', image: 'nginx', healthCheck: { interval: 5 } as never }];
	await expect(
		new ECSClient(config).send(new RegisterTaskDefinitionCommand({ family: 'web', containerDefinitions })),
	).rejects.toMatchObject({ name: 'InvalidParameterException', message: 'Command cannot be empty.' });
	const range = { StartTime: new Date(0), EndTime: new Date(1) };
	await expect(
		new CloudWatchClient(config).send(new GetMetricDataCommand({ ...range, MetricDataQueries: [{} as never] })),
	).rejects.toMatchObject({ message: 'The parameter MetricDataQueries.member.1.Id is required.' });
	const policy = {
		PolicyName: 'cpu',
		ServiceNamespace: 'ecs',
		ResourceId: 'service/prod/cart',
		ScalableDimension: 'ecs:service:DesiredCount',
		TargetTrackingScalingPolicyConfiguration: {},
	};
	await expect(
		new ApplicationAutoScalingClient(config).send(new PutScalingPolicyCommand(policy as never)),
	).rejects.toMatchObject({
		message: expect.stringContaining("Value null at 'targetTrackingScalingPolicyConfiguration.targetValue'"),
	});
});
