import { expect, test } from 'vitest';
import { awsOver, CLUSTER, meetingPoint, tally } from '../aws-over.ts';

const arnOf = (index: number) => `arn:aws:ecs:eu-west-1:123456789012:task/prod/${String(index).padStart(32, '0')}`;

/** So many tasks; every third belongs to checkout. */
function clusterOf(count: number, beforeDescribe = async () => {}) {
	const tasks = Array.from({ length: count }, (_, index) => ({
		taskArn: arnOf(index),
		group: index % 3 === 0 ? 'service:checkout' : 'service:checkout-worker',
	}));
	return {
		ListTasks: ({ maxResults = 100, nextToken = '0' }: { maxResults?: number; nextToken?: string }) => {
			const end = Number(nextToken) + maxResults;
			return {
				taskArns: tasks.slice(Number(nextToken), end).map(({ taskArn }) => taskArn),
				...(end < count ? { nextToken: String(end) } : {}),
			};
		},
		DescribeTasks: async ({ tasks: arns }: { tasks: readonly string[] }) => {
			await beforeDescribe();
			return { tasks: tasks.filter(({ taskArn }) => arns.includes(taskArn)) };
		},
	};
}

test('1,000 tasks cost 20 calls', async () => {
	const { aws, operations } = awsOver({ ecs: clusterOf(1_000, meetingPoint(10)) });
	expect(await aws.tasks(CLUSTER, { desiredStatus: 'RUNNING' })).toHaveLength(1_000);
	expect(tally(operations())).toEqual({ ListTasks: 10, DescribeTasks: 10 });
});

test('the service and the desired status are asked for', async () => {
	const asked: object[] = [];
	const { aws } = awsOver({
		ecs: {
			ListTasks: (input: object) => {
				asked.push(input);
				return { taskArns: [] };
			},
		},
	});
	await aws.tasks(CLUSTER, { serviceName: 'checkout', desiredStatus: 'STOPPED' });
	expect(asked).toEqual([{ cluster: CLUSTER, serviceName: 'checkout', desiredStatus: 'STOPPED', maxResults: 100 }]);
});

test('tasks of other services are left out when the server lists them all the same', async () => {
	const { aws } = awsOver({ ecs: clusterOf(9) });
	const tasks = await aws.tasks(CLUSTER, { serviceName: 'checkout', desiredStatus: 'RUNNING' });
	expect(tasks.map(({ group }) => group)).toEqual(['service:checkout', 'service:checkout', 'service:checkout']);
});

test('named tasks are described a hundred at a time', async () => {
	const { aws, operations } = awsOver({ ecs: clusterOf(150) });
	const named = Array.from({ length: 150 }, (_, index) => arnOf(index));
	expect(await aws.describeTasks(CLUSTER, named)).toHaveLength(150);
	expect(operations()).toEqual(['DescribeTasks', 'DescribeTasks']);
});

test('tasks that were started under a name are asked for by it alone', async () => {
	const asked: object[] = [];
	const { aws } = awsOver({
		ecs: {
			ListTasks: (input: object) => {
				asked.push(input);
				return { taskArns: [arnOf(1), arnOf(2)] };
			},
			DescribeTasks: () => ({
				tasks: [
					{ taskArn: arnOf(1), startedBy: 'deckwatch/1' },
					{ taskArn: arnOf(2), startedBy: 'other' },
				],
			}),
		},
	});
	const tasks = await aws.tasksStartedBy(CLUSTER, 'deckwatch/1');
	expect(asked).toEqual([{ cluster: CLUSTER, startedBy: 'deckwatch/1' }]);
	expect(tasks.map(({ taskArn }) => taskArn)).toEqual([arnOf(1)]);
});
