import { expect, test } from 'vitest';
import { AwsFault } from '../../src/drydock/wire/handler.ts';
import { awsOver } from './aws-over.ts';

const arnOf = (name: string, region = 'eu-west-1') =>
	`arn:aws:elasticloadbalancing:${region}:123456789012:targetgroup/${name}/6d0ecf831eec9f09`;

/** Knows all target groups but those called gone; like AWS, fails the whole call for one of them. */
const elasticloadbalancing = {
	DescribeTargetGroups: ({ TargetGroupArns }: { TargetGroupArns: readonly string[] }) => {
		if (TargetGroupArns.some((arn) => arn.includes('/gone/'))) {
			throw new AwsFault('TargetGroupNotFoundException', 'One or more target groups not found');
		}
		return {
			TargetGroups: TargetGroupArns.map((arn) => ({ TargetGroupArn: arn, TargetGroupName: arn.split('/')[1] })),
		};
	},
	DescribeTargetHealth: () => ({
		TargetHealthDescriptions: [
			{
				Target: { Id: '10.0.1.17', Port: 8080, AvailabilityZone: 'eu-west-1a' },
				TargetHealth: {
					State: 'unhealthy',
					Reason: 'Target.ResponseCodeMismatch',
					Description: 'Health checks failed with these codes: [503]',
				},
			},
		],
	}),
};

test('target groups are read twenty at a time, each once', async () => {
	const { aws, operations } = awsOver({ elasticloadbalancing });
	const arns = Array.from({ length: 45 }, (_, index) => arnOf(`shop-${index}`));
	expect(await aws.targetGroups([...arns, ...arns])).toHaveLength(45);
	expect(operations()).toHaveLength(3);
});

test('target groups of several regions are asked for where they are', async () => {
	const { aws, wire } = awsOver({ elasticloadbalancing });
	await aws.targetGroups([arnOf('checkout'), arnOf('checkout', 'us-east-1')]);
	expect(wire.log.calls.map(({ region }) => region).toSorted()).toEqual(['eu-west-1', 'us-east-1']);
});

test('one that is gone does not take the others along', async () => {
	const { aws } = awsOver({ elasticloadbalancing });
	const groups = await aws.targetGroups([arnOf('checkout'), arnOf('gone'), arnOf('search')]);
	expect(groups.map(({ targetGroupName }) => targetGroupName)).toEqual(['checkout', 'search']);
});

test('no target groups cost no call', async () => {
	const { aws, operations } = awsOver({ elasticloadbalancing });
	expect(await aws.targetGroups([])).toEqual([]);
	expect(operations()).toEqual([]);
});

test('targets come with their health and AWS’s reason for it', async () => {
	const { aws } = awsOver({ elasticloadbalancing });
	expect(await aws.targetHealth(arnOf('checkout'))).toEqual([
		{
			targetGroupArn: arnOf('checkout'),
			id: '10.0.1.17',
			port: 8080,
			availabilityZone: 'eu-west-1a',
			state: 'unhealthy',
			reason: 'Target.ResponseCodeMismatch',
			description: 'Health checks failed with these codes: [503]',
		},
	]);
});

test.each([
	['120', 120],
	[undefined, undefined],
])('a deregistration delay of %s', async (value, seconds) => {
	const { aws } = awsOver({
		elasticloadbalancing: {
			DescribeTargetGroupAttributes: () => ({
				Attributes: value === undefined ? [] : [{ Key: 'deregistration_delay.timeout_seconds', Value: value }],
			}),
		},
	});
	expect(await aws.deregistrationDelay(arnOf('checkout'))).toBe(seconds);
});
