import { expect, test } from 'vitest';
import { mayHaveHappened } from '../../../src/model/aws-failure.ts';
import { awsOver, CLUSTER, REGION } from '../aws-over.ts';
import { failureOf } from '../failure-of.ts';

const RUN = { name: 'ecs:RunTask', region: REGION, input: { cluster: CLUSTER, taskDefinition: 'cart:88' } } as const;

function starting(answer: object) {
	return awsOver({ ecs: { RunTask: () => answer } }, { readOnly: false });
}

test('a task that was started is known by its ARN', async () => {
	const { aws } = starting({ tasks: [{ taskArn: 'arn:aws:ecs:eu-west-1:1:task/prod/1' }], failures: [] });
	expect(await aws.change(RUN)).toMatchObject({ taskArn: 'arn:aws:ecs:eu-west-1:1:task/prod/1' });
});

test('an answer that names a reason for starting none is a failure, in words, and nothing was done', async () => {
	const { aws, operations } = starting({ tasks: [], failures: [{ arn: CLUSTER, reason: 'RESOURCE:MEMORY' }] });
	const failure = await failureOf(aws.change(RUN));
	expect(failure).toMatchObject({
		operation: 'RunTask',
		code: 'RESOURCE:MEMORY',
		message: 'no container instance has enough free memory',
		next: 'Add an instance, stop something, or ask for less CPU and memory.',
	});
	expect(mayHaveHappened(failure)).toBe(false);
	expect(operations()).toEqual(['RunTask']);
});

test('a reason that is not known comes with its detail', async () => {
	const { aws } = starting({ tasks: [], failures: [{ reason: 'SOMETHING:NEW', detail: 'a\nnew thing' }] });
	expect(await failureOf(aws.change(RUN))).toMatchObject({ code: 'SOMETHING:NEW', message: 'a⏎new thing' });
});

test('an answer to a hook is sent as it is planned', async () => {
	const asked: object[] = [];
	const { aws } = awsOver(
		{ ecs: { ContinueServiceDeployment: (input: object) => (asked.push(input), {}) } },
		{ readOnly: false },
	);
	const input = { serviceDeploymentArn: 'arn:1', hookId: 'ecs-pause-1', action: 'CONTINUE' } as const;
	await aws.change({ name: 'ecs:ContinueServiceDeployment', region: REGION, input });
	expect(asked).toEqual([input]);
});
