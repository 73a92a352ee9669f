import { expect, test } from 'vitest';
import type { Change } from '../../../src/aws/changes/change.ts';
import { createAws } from '../../../src/aws/create-aws.ts';
import { mayHaveHappened } from '../../../src/model/aws-failure.ts';
import { awsOver, CLUSTER, REGION } from '../aws-over.ts';
import { failureOf } from '../failure-of.ts';

const RUN = { name: 'ecs:RunTask', region: REGION, input: { cluster: CLUSTER, taskDefinition: 'cart:88' } } as const;

function starting(answer: object) {
	return awsOver({ ecs: { RunTask: () => answer } }, { readOnly: false });
}

test('a task that was started is known by its ARN', async () => {
	const { aws } = starting({ tasks: [{ taskArn: 'arn:aws:ecs:eu-west-1:1:task/prod/1' }], failures: [] });
	expect(await aws.change(RUN, { clusterArn: CLUSTER })).toMatchObject({
		taskArn: 'arn:aws:ecs:eu-west-1:1:task/prod/1',
	});
});

test('an answer that names a reason for starting none is a failure, and nothing was done', async () => {
	const { aws, operations } = starting({ tasks: [], failures: [{ arn: CLUSTER, reason: 'RESOURCE:MEMORY' }] });
	const failure = await failureOf(aws.change(RUN, { clusterArn: CLUSTER }));
	expect(failure).toMatchObject({
		operation: 'RunTask',
		code: 'RESOURCE:MEMORY',
		message: 'ECS started no task',
	});
	expect(mayHaveHappened(failure)).toBe(false);
	expect(operations()).toEqual(['RunTask']);
});

test('a reason that is not known comes with its detail', async () => {
	const { aws } = starting({ tasks: [], failures: [{ reason: 'SOMETHING:NEW', detail: 'a\nnew thing' }] });
	expect(await failureOf(aws.change(RUN, { clusterArn: CLUSTER }))).toMatchObject({
		code: 'SOMETHING:NEW',
		message: 'a⏎new thing',
	});
});

test('an answer to a hook is sent as it is planned', async () => {
	const asked: object[] = [];
	const { aws } = awsOver(
		{ ecs: { ContinueServiceDeployment: (input: object) => (asked.push(input), {}) } },
		{ readOnly: false },
	);
	const input = { serviceDeploymentArn: 'arn:1', hookId: 'ecs-pause-1', action: 'CONTINUE' } as const;
	await aws.change({ name: 'ecs:ContinueServiceDeployment', region: REGION, input }, { clusterArn: CLUSTER });
	expect(asked).toEqual([input]);
});

test('a scaling policy is sent with settings that this SDK does not know', async () => {
	const sent: { target: string | undefined; body: unknown }[] = [];
	const aws = createAws({
		readOnly: false,
		credentials: { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'secret' },
		clock: { now: () => 0 },
		requestHandler: {
			metadata: { handlerProtocol: 'http/1.1' },
			handle: async ({ headers, body }: { readonly headers: Record<string, string>; readonly body: string }) => {
				const { HttpResponse } = await import('@smithy/core/protocols');
				sent.push({ target: headers['x-amz-target'], body: JSON.parse(body) });
				return { response: new HttpResponse({ statusCode: 200, headers: {}, body: new TextEncoder().encode('{}') }) };
			},
		},
	});
	const change: Change = {
		name: 'application-autoscaling:PutScalingPolicy',
		region: 'eu-west-1',
		input: {
			PolicyName: 'cpu',
			PolicyType: 'TargetTrackingScaling',
			ServiceNamespace: 'ecs',
			ResourceId: 'service/prod/checkout',
			ScalableDimension: 'ecs:service:DesiredCount',
			TargetTrackingScalingPolicyConfiguration: { TargetValue: 50, FutureSetting: { Mode: 'AUTO' } },
		},
	};
	await aws.change(change, { clusterArn: CLUSTER });
	expect(sent).toEqual([{ target: 'AnyScaleFrontendService.PutScalingPolicy', body: change.input }]);
});
