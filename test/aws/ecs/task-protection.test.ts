import { expect, test } from 'vitest';
import { awsOver, CLUSTER } from '../aws-over.ts';

const arnOf = (id: number) => `arn:aws:ecs:eu-west-1:123456789012:task/prod/${id}`;

test('protected tasks come with the end of their protection, the others not at all, a hundred a call', async () => {
	const { aws, operations } = awsOver({
		ecs: {
			GetTaskProtection: ({ tasks }: { tasks: readonly string[] }) => ({
				protectedTasks: tasks.map((taskArn) =>
					taskArn === arnOf(7)
						? { taskArn, protectionEnabled: true, expirationDate: new Date(60_000) }
						: { taskArn, protectionEnabled: false },
				),
			}),
		},
	});
	const all = Array.from({ length: 150 }, (_, index) => arnOf(index));
	expect(await aws.taskProtection(CLUSTER, all)).toEqual(new Map([[arnOf(7), 60_000]]));
	expect(operations()).toHaveLength(2);
});
