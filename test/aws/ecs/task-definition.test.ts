import { expect, test } from 'vitest';
import { AwsFault } from '../../../src/drydock/wire/handler.ts';
import { awsOver, REGION } from '../aws-over.ts';
import { failureOf } from '../failure-of.ts';

test('a task definition is read with the whole of its document', async () => {
	const { aws } = awsOver({
		ecs: {
			DescribeTaskDefinition: ({ taskDefinition }: { taskDefinition: string }) => ({
				taskDefinition: {
					family: 'checkout',
					revision: Number(taskDefinition.split(':').at(-1)),
					registeredAt: new Date('2026-03-01T12:00:00Z'),
					containerDefinitions: [{ name: 'app', environment: [{ name: 'MOTD', value: 'two\nlines' }] }],
				},
			}),
		},
	});
	const definition = await aws.taskDefinition('checkout:43', REGION);
	expect(definition).toMatchObject({ family: 'checkout', revision: 43, registeredAt: Date.UTC(2026, 2, 1, 12) });
	expect(definition.document).toEqual({
		family: 'checkout',
		revision: 43,
		registeredAt: '2026-03-01T12:00:00.000Z',
		containerDefinitions: [{ name: 'app', environment: [{ name: 'MOTD', value: 'two\nlines' }] }],
	});
});

test('a revision that was deleted is not found, though AWS calls it the client’s mistake', async () => {
	const { aws } = awsOver({
		ecs: {
			DescribeTaskDefinition: () => {
				throw new AwsFault('ClientException', 'Unable to describe task definition.');
			},
		},
	});
	expect(await failureOf(aws.taskDefinition('checkout:1', REGION))).toMatchObject({ kind: 'not-found' });
});

test('an answer without a task definition is none, and not an empty one', async () => {
	const { aws } = awsOver({ ecs: { DescribeTaskDefinition: () => ({}) } });
	expect(await failureOf(aws.taskDefinition('checkout:1', REGION))).toMatchObject({
		kind: 'not-found',
		message: 'The answer has no task definition checkout:1.',
	});
});
