import { expect, test } from 'vitest';
import { awsOver, CLUSTER, tally } from '../aws-over.ts';

const arns = Array.from(
	{ length: 130 },
	(_, index) => `arn:aws:ecs:eu-west-1:123456789012:container-instance/prod/${index}`,
);

type Query = { readonly nextToken?: string; readonly status?: string; readonly containerInstances?: readonly string[] };

test('instances are listed to the end and described a hundred at a time, with what is left of each', async () => {
	const statuses: unknown[] = [];
	const { aws, operations } = awsOver({
		ecs: {
			ListContainerInstances: ({ nextToken, status }: Query) => {
				statuses.push(status);
				return nextToken === undefined
					? { containerInstanceArns: arns.slice(0, 100), nextToken: '100' }
					: { containerInstanceArns: arns.slice(100) };
			},
			DescribeContainerInstances: ({ containerInstances = [] }: Query) => ({
				containerInstances: containerInstances.map((containerInstanceArn) => ({
					containerInstanceArn,
					ec2InstanceId: 'i-0ab1',
					status: 'ACTIVE',
					agentConnected: true,
					capacityProviderName: 'asg',
					runningTasksCount: 3,
					pendingTasksCount: 1,
					registeredResources: [
						{ name: 'CPU', type: 'INTEGER', integerValue: 2048 },
						{ name: 'MEMORY', type: 'INTEGER', integerValue: 3900 },
					],
					remainingResources: [
						{ name: 'CPU', type: 'INTEGER', integerValue: 1024 },
						{ name: 'MEMORY', type: 'INTEGER', integerValue: 3000 },
						{ name: 'PORTS', type: 'STRINGSET', stringSetValue: ['22', '80'] },
						{ name: 'PORTS_UDP', type: 'STRINGSET', stringSetValue: ['53'] },
					],
					attributes: [{ name: 'ecs.capability.task-eni' }, { name: 'ecs.instance-type', value: 't3.small' }],
				})),
				failures: [],
			}),
		},
	});
	const instances = await aws.containerInstances(CLUSTER);
	expect(instances.map(({ containerInstanceArn }) => containerInstanceArn)).toEqual(arns);
	expect(instances[0]).toEqual({
		containerInstanceArn: arns[0],
		ec2InstanceId: 'i-0ab1',
		status: 'ACTIVE',
		agentConnected: true,
		capacityProviderName: 'asg',
		instanceType: 't3.small',
		runningTasksCount: 3,
		pendingTasksCount: 1,
		registered: { cpu: 2048, memory: 3900 },
		remaining: { cpu: 1024, memory: 3000, takenPorts: ['22', '80'], takenUdpPorts: ['53'] },
		attributes: [{ name: 'ecs.capability.task-eni' }, { name: 'ecs.instance-type', value: 't3.small' }],
	});
	expect(tally(operations())).toEqual({ ListContainerInstances: 2, DescribeContainerInstances: 2 });
	expect(statuses).toEqual(['ACTIVE', 'ACTIVE']);
});

test('an instance of which little is told has nothing left', async () => {
	const { aws } = awsOver({
		ecs: {
			ListContainerInstances: () => ({ containerInstanceArns: arns.slice(0, 1) }),
			DescribeContainerInstances: () => ({ containerInstances: [{ containerInstanceArn: arns[0] }] }),
		},
	});
	expect(await aws.containerInstances(CLUSTER)).toEqual([
		{
			containerInstanceArn: arns[0],
			status: '',
			agentConnected: false,
			remaining: { cpu: 0, memory: 0, takenPorts: [], takenUdpPorts: [] },
			attributes: [],
		},
	]);
});
