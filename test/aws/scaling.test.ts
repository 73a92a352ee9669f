import { expect, test } from 'vitest';
import { createAws } from '../../src/aws/create-aws.ts';
import { AwsFault } from '../../src/drydock/wire/handler.ts';
import { awsOver, REGION, tally } from './aws-over.ts';

const ids = Array.from({ length: 60 }, (_, index) => `service/prod/service-${index}`);
const CPU = { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' };

type Query = { ResourceIds?: readonly string[]; ResourceId?: string; NextToken?: string; MaxResults?: number };

/** A scalable target and a CPU policy for every id; the last page's token comes again for ever if told so. */
function autoscaling({ repeatsToken = false } = {}) {
	const page = <T>(items: readonly T[], { NextToken = '0', MaxResults = 50 }: Query) => {
		const end = Number(NextToken) + MaxResults;
		const last = repeatsToken ? String(ids.length) : undefined;
		const next = end < items.length ? String(end) : last;
		return { items: items.slice(Number(NextToken), end), ...(next ? { NextToken: next } : {}) };
	};
	return {
		DescribeScalableTargets: (query: Query) => {
			const { items, ...rest } = page(
				ids.filter((id) => query.ResourceIds?.includes(id) ?? true),
				query,
			);
			return {
				ScalableTargets: items.map((id) => ({
					ServiceNamespace: 'ecs',
					ResourceId: id,
					ScalableDimension: 'ecs:service:DesiredCount',
					MinCapacity: 2,
					MaxCapacity: 10,
					RoleARN: 'arn:aws:iam::123456789012:role/scaling',
					CreationTime: new Date(0),
				})),
				...rest,
			};
		},
		DescribeScalingPolicies: (query: Query) => {
			if ((query.MaxResults ?? 10) > 10) throw new AwsFault('ValidationException', 'at most 10');
			const { items, ...rest } = page(
				ids.filter((id) => (query.ResourceId ?? id) === id),
				query,
			);
			return {
				ScalingPolicies: items.map((id) => ({
					PolicyARN: `arn:aws:autoscaling:eu-west-1:123456789012:scalingPolicy:1:resource/ecs/${id}`,
					PolicyName: 'cpu',
					ServiceNamespace: 'ecs',
					ResourceId: id,
					ScalableDimension: 'ecs:service:DesiredCount',
					PolicyType: 'TargetTrackingScaling',
					CreationTime: new Date(0),
					TargetTrackingScalingPolicyConfiguration: { TargetValue: 60, PredefinedMetricSpecification: CPU },
				})),
				...rest,
			};
		},
	};
}

test('all targets of a region are read with their policies, to the last page', async () => {
	const { aws, operations } = awsOver({ 'application-autoscaling': autoscaling() });
	const scaling = await aws.scaling(REGION);
	expect([...scaling.keys()]).toEqual(ids);
	expect(scaling.get('service/prod/service-59')).toMatchObject({
		target: { minCapacity: 2, maxCapacity: 10 },
		policies: [{ policyName: 'cpu', targetValue: 60, metricType: 'ECSServiceAverageCPUUtilization' }],
	});
	expect(tally(operations())).toEqual({ DescribeScalableTargets: 2, DescribeScalingPolicies: 6 });
});

test('the scaling of one service costs two calls', async () => {
	const { aws, operations } = awsOver({ 'application-autoscaling': autoscaling() });
	const scaling = await aws.scaling(REGION, ['service/prod/service-7']);
	expect([...scaling.keys()]).toEqual(['service/prod/service-7']);
	expect(operations()).toHaveLength(2);
});

test('many named services are read fifty at a time, their policies together', async () => {
	const { aws, operations } = awsOver({ 'application-autoscaling': autoscaling() });
	expect((await aws.scaling(REGION, ids)).size).toBe(60);
	expect(tally(operations())).toEqual({ DescribeScalableTargets: 2, DescribeScalingPolicies: 6 });
});

test('no services cost no call', async () => {
	const { aws, operations } = awsOver({ 'application-autoscaling': autoscaling() });
	expect((await aws.scaling(REGION, [])).size).toBe(0);
	expect(operations()).toEqual([]);
});

test('a server that repeats its last token for ever is left', async () => {
	const { aws } = awsOver({ 'application-autoscaling': autoscaling({ repeatsToken: true }) });
	expect((await aws.scaling(REGION)).size).toBe(60);
});

test('a target-tracking policy is read with all that AWS says of it, what this SDK does not know included', async () => {
	const configuration = {
		TargetValue: 60,
		PredefinedMetricSpecification: { ...CPU, FutureMember: 'x' },
		DisableScaleIn: true,
		FutureSetting: { Mode: 'AUTO' },
	};
	const policy = { PolicyName: 'cpu', ResourceId: ids[0], PolicyType: 'TargetTrackingScaling' };
	const steps = { ...policy, PolicyName: 'steps', PolicyType: 'StepScaling' };
	const ScalingPolicies = [steps, { ...policy, TargetTrackingScalingPolicyConfiguration: configuration }];
	const aws = createAws({
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => 0 },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async ({ headers }: { readonly headers: Record<string, string> }) => {
				const { HttpResponse } = await import('@smithy/core/protocols');
				const isPolicies = headers['x-amz-target']?.endsWith('DescribeScalingPolicies');
				const answer = isPolicies ? { ScalingPolicies } : { ScalableTargets: [{ ResourceId: ids[0] }] };
				const body = new TextEncoder().encode(JSON.stringify(answer));
				return { response: new HttpResponse({ statusCode: 200, headers: {}, body }) };
			},
		},
	});
	const scaling = await aws.scaling(REGION, [ids[0] ?? '']);
	expect(scaling.get(ids[0] ?? '')?.policies).toEqual([
		{ resourceId: ids[0], policyName: 'steps', policyType: 'StepScaling' },
		{
			resourceId: ids[0],
			policyName: 'cpu',
			policyType: 'TargetTrackingScaling',
			metricType: CPU.PredefinedMetricType,
			targetValue: 60,
			disableScaleIn: true,
			configuration,
		},
	]);
});

test('a step policy is read with its steps', async () => {
	const { aws } = awsOver({
		'application-autoscaling': {
			...autoscaling(),
			DescribeScalingPolicies: () => ({
				ScalingPolicies: [
					{
						PolicyARN: 'arn',
						PolicyName: 'steps',
						ServiceNamespace: 'ecs',
						ResourceId: ids[0],
						ScalableDimension: 'ecs:service:DesiredCount',
						PolicyType: 'StepScaling',
						CreationTime: new Date(0),
						StepScalingPolicyConfiguration: {
							AdjustmentType: 'ChangeInCapacity',
							Cooldown: 60,
							StepAdjustments: [{ MetricIntervalLowerBound: 0, ScalingAdjustment: 2 }],
						},
					},
				],
			}),
		},
	});
	const scaling = await aws.scaling(REGION, [ids[0] ?? '']);
	expect(scaling.get(ids[0] ?? '')?.policies[0]?.steps).toEqual({
		adjustmentType: 'ChangeInCapacity',
		cooldown: 60,
		stepAdjustments: [{ metricIntervalLowerBound: 0, scalingAdjustment: 2 }],
	});
});
