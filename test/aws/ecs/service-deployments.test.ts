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
