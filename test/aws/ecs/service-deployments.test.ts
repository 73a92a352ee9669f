import { expect, test } from 'vitest';
import { awsOver, CLUSTER } from '../aws-over.ts';

const SERVICE = 'arn:aws:ecs:eu-west-1:123456789012:service/prod/checkout';
const revision = (id: number) => `arn:aws:ecs:eu-west-1:123456789012:service-revision/prod/checkout/${id}`;
const deployment = (id: number) => `arn:aws:ecs:eu-west-1:123456789012:service-deployment/prod/checkout/${id}`;
const definition = (id: number) => `arn:aws:ecs:eu-west-1:123456789012:task-definition/checkout:${id}`;

test('deployments come newest first, with the task definitions behind their revisions', async () => {
	const { aws, operations } = awsOver({
		ecs: {
			ListServiceDeployments: () => ({
				serviceDeployments: [42, 43].map((id) => ({ serviceDeploymentArn: deployment(id) })),
			}),
			DescribeServiceDeployments: () => ({
				serviceDeployments: [42, 43].map((id) => ({
					serviceDeploymentArn: deployment(id),
					status: id === 43 ? 'ROLLBACK_SUCCESSFUL' : 'SUCCESSFUL',
					createdAt: new Date(id * 1000),
					targetServiceRevision: { arn: revision(id) },
					sourceServiceRevisions: [{ arn: revision(id - 1) }],
				})),
			}),
			DescribeServiceRevisions: ({ serviceRevisionArns }: { serviceRevisionArns: readonly string[] }) => ({
				serviceRevisions: serviceRevisionArns.map((arn) => ({
					serviceRevisionArn: arn,
					taskDefinition: definition(Number(arn.split('/').at(-1))),
					containerImages: [{ containerName: 'app', image: 'reg/app:v7', imageDigest: 'sha256:ab' }],
				})),
			}),
		},
	});
	const deployments = await aws.serviceDeployments(SERVICE, CLUSTER);
	expect(deployments).toMatchObject([
		{
			status: 'ROLLBACK_SUCCESSFUL',
			targetTaskDefinition: definition(43),
			targetImages: [{ containerName: 'app', image: 'reg/app:v7', digest: 'sha256:ab' }],
			sourceTaskDefinitions: [definition(42)],
		},
		{ status: 'SUCCESSFUL', targetTaskDefinition: definition(42), sourceTaskDefinitions: [definition(41)] },
	]);
	expect(operations()).toEqual(['ListServiceDeployments', 'DescribeServiceDeployments', 'DescribeServiceRevisions']);
});

test('a service without deployments costs one call', async () => {
	const { aws, operations } = awsOver({ ecs: { ListServiceDeployments: () => ({ serviceDeployments: [] }) } });
	expect(await aws.serviceDeployments(SERVICE, CLUSTER)).toEqual([]);
	expect(operations()).toEqual(['ListServiceDeployments']);
});

test('a deployment tells its stage, its traffic, what it waits for and what has fired', async () => {
	const { aws } = awsOver({
		ecs: {
			ListServiceDeployments: () => ({ serviceDeployments: [{ serviceDeploymentArn: deployment(43) }] }),
			DescribeServiceDeployments: () => ({
				serviceDeployments: [
					{
						serviceDeploymentArn: deployment(43),
						status: 'IN_PROGRESS',
						lifecycleStage: 'A_STAGE_OF_TOMORROW',
						deploymentConfiguration: { strategy: 'CANARY', bakeTimeInMinutes: 0 },
						targetServiceRevision: {
							arn: revision(43),
							requestedTaskCount: 4,
							runningTaskCount: 3,
							pendingTaskCount: 1,
							requestedProductionTrafficWeight: 0,
							requestedTestTrafficWeight: 100,
						},
						sourceServiceRevisions: [{ arn: revision(42), runningTaskCount: 4 }],
						lifecycleHookDetails: [
							{
								hookId: 'h1',
								targetType: 'PAUSE',
								status: 'AWAITING_ACTION',
								expiresAt: new Date(9_000),
								timeoutAction: 'ROLLBACK',
							},
						],
						alarms: { status: 'TRIGGERED', alarmNames: ['5xx', 'slow'], triggeredAlarmNames: ['5xx'] },
						deploymentCircuitBreaker: { status: 'MONITORING', failureCount: 1, threshold: 3 },
					},
				],
			}),
			DescribeServiceRevisions: () => ({
				serviceRevisions: [
					{
						serviceRevisionArn: revision(43),
						taskDefinition: definition(43),
						containerImages: [
							{ containerName: 'app', image: 'app:43', imageDigest: 'sha256:1' },
							{ containerName: 'agent' },
						],
					},
				],
			}),
		},
	});
	const [read] = await aws.serviceDeployments(SERVICE, CLUSTER);
	expect(read).toMatchObject({
		strategy: 'CANARY',
		lifecycleStage: 'A_STAGE_OF_TOMORROW',
		bakeTimeInMinutes: 0,
		target: {
			taskDefinition: definition(43),
			requested: 4,
			running: 3,
			pending: 1,
			productionTraffic: 0,
			testTraffic: 100,
		},
		sources: [{ requested: 0, running: 4, pending: 0 }],
		targetImages: [
			{ containerName: 'app', image: 'app:43', digest: 'sha256:1' },
			{ containerName: 'agent', image: '' },
		],
		hooks: [
			{ hookId: 'h1', targetType: 'PAUSE', status: 'AWAITING_ACTION', expiresAt: 9_000, timeoutAction: 'ROLLBACK' },
		],
		alarms: { status: 'TRIGGERED', alarmNames: ['5xx', 'slow'], triggeredAlarmNames: ['5xx'] },
		circuitBreaker: { status: 'MONITORING', failureCount: 1, threshold: 3 },
	});
});
