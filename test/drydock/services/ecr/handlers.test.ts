import { BatchGetImageCommand, DescribeImagesCommand, DescribeRepositoriesCommand } from '@aws-sdk/client-ecr';
import { DescribeTasksCommand, ListTasksCommand } from '@aws-sdk/client-ecs';
import { expect, test } from 'vitest';
import { NOON, openShop } from '../open-shop.ts';

const checkout = { repositoryName: 'checkout' };

test('the registry has a repository for each image of its own that services run', async () => {
	const { repositories } = await openShop().ecr.send(new DescribeRepositoriesCommand({}));
	expect(repositories?.map(({ repositoryName }) => repositoryName)).toEqual([
		'api-gateway',
		'cart',
		'checkout',
		'search',
	]);
	expect(repositories?.[2]).toMatchObject({
		repositoryUri: '111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout',
		repositoryArn: 'arn:aws:ecr:ap-northeast-1:111122223333:repository/checkout',
	});
});

test('the images of a repository are those of its revisions, by pages', async () => {
	const { ecr } = openShop();
	const first = await ecr.send(new DescribeImagesCommand({ ...checkout, maxResults: 1 }));
	const second = await ecr.send(new DescribeImagesCommand({ ...checkout, maxResults: 1, nextToken: first.nextToken }));
	const details = [...(first.imageDetails ?? []), ...(second.imageDetails ?? [])];
	expect(details.map(({ imageTags }) => imageTags)).toEqual([['41'], ['42']]);
	expect(second.nextToken).toBeUndefined();
	expect(details[1]).toMatchObject({
		imageDigest: expect.stringMatching(/^sha256:[\da-f]{64}$/u),
		imageSizeInBytes: 180_000_000,
		imageManifestMediaType: 'application/vnd.oci.image.index.v1+json',
	});
	expect(Number(details[1]?.imagePushedAt)).toBeLessThan(NOON);
});

test('a tag has the digest that its containers run', async () => {
	const { ecr, ecs } = openShop();
	const { imageDetails = [] } = await ecr.send(
		new DescribeImagesCommand({ ...checkout, imageIds: [{ imageTag: '42' }] }),
	);
	const { taskArns } = await ecs.send(new ListTasksCommand({ cluster: 'prod', serviceName: 'checkout' }));
	const { tasks } = await ecs.send(new DescribeTasksCommand({ cluster: 'prod', tasks: taskArns }));
	expect(tasks?.[0]?.containers?.[0]?.imageDigest).toBe(imageDetails[0]?.imageDigest);
});

test('any tag is there, as if it had just been pushed, but for those that the scenario calls missing', async () => {
	const { ecr } = openShop('bad-image');
	const { imageDetails } = await ecr.send(new DescribeImagesCommand({ ...checkout, imageIds: [{ imageTag: 'v2' }] }));
	expect(imageDetails?.[0]?.imageTags).toEqual(['v2']);
	await expect(ecr.send(new DescribeImagesCommand({ ...checkout, imageIds: [{ imageTag: '44' }] }))).rejects.toThrow(
		"The image with imageId {imageDigest:'null', imageTag:'44'} does not exist within the repository with name 'checkout' in the registry with id '111122223333'",
	);
});

test.each([
	['another repository', { repositoryName: 'nothing' }, '111122223333'],
	['the registry of another account', { ...checkout, registryId: '999988887777' }, '999988887777'],
])('%s is not there', async (_, where, registry) => {
	await expect(openShop().ecr.send(new DescribeImagesCommand(where))).rejects.toMatchObject({
		name: 'RepositoryNotFoundException',
		message: `The repository with name '${where.repositoryName}' does not exist in the registry with id '${registry}'`,
	});
});

test('a manifest is an index by platform, and what is missing is told apart', async () => {
	const { ecr } = openShop('bad-image');
	const { images = [], failures } = await ecr.send(
		new BatchGetImageCommand({
			repositoryName: 'cart',
			imageIds: [{ imageTag: '89' }, { imageDigest: `sha256:${'0'.repeat(64)}` }],
		}),
	);
	const index = JSON.parse(images[0]?.imageManifest ?? '') as { manifests: { platform: object }[] };
	expect(index.manifests.map(({ platform }) => platform)).toEqual([
		{ os: 'linux', architecture: 'arm64' },
		{ os: 'unknown', architecture: 'unknown' },
	]);
	expect(failures).toMatchObject([{ failureCode: 'ImageNotFound' }]);
});
