import type { ImageIdentifier } from '@aws-sdk/client-ecr';
import type { ImageRepository, RepositoryImage } from '../model/image-repository.ts';
import type { Connections } from './connections.ts';
import { allItems } from './pages.ts';
import { list } from './shapes/scalars.ts';
import { platformsIn, toRepositoryImage } from './shapes/to-repository-image.ts';

/** What DescribeImages gives at most on one page (ECR API reference). */
const PAGE = 1000;

/** An image by its tag or by its digest. */
export type ImageId = { readonly tag: string } | { readonly digest: string };

/** The images of a repository that have a tag, newest first. AWS gives them in no order: all pages are read. */
export function readTaggedImages(
	connections: Connections,
	{ registryId, region, repositoryName }: ImageRepository,
	signal?: AbortSignal,
): Promise<readonly RepositoryImage[]> {
	const connection = connections.to('ecr', region);
	const filter = { tagStatus: 'TAGGED' as const };
	const images = allItems(async (nextToken) => {
		const input = { registryId, repositoryName, filter, maxResults: PAGE, nextToken };
		const page = await connection.call('DescribeImages', (ecr, options) => ecr.describeImages(input, options), signal);
		return { items: list(page.imageDetails).map(toRepositoryImage), nextToken: page.nextToken };
	});
	return images.then((all) => all.toSorted((a, b) => (b.pushedAt ?? 0) - (a.pushedAt ?? 0)));
}

/** One image. @throws {AwsCallError} also when there is no such image or repository: `not-found` */
export async function readImage(
	connections: Connections,
	{ registryId, region, repositoryName }: ImageRepository,
	id: ImageId,
	signal?: AbortSignal,
): Promise<RepositoryImage> {
	const input = { registryId, repositoryName, imageIds: [identifier(id)] };
	const { imageDetails } = await connections
		.to('ecr', region)
		.call('DescribeImages', (ecr, options) => ecr.describeImages(input, options), signal);
	return toRepositoryImage(list(imageDetails)[0] ?? {});
}

/** The platforms of an image, `linux/amd64`, as its index names them; none where its manifest is of a single image. */
export async function readImagePlatforms(
	connections: Connections,
	{ registryId, region, repositoryName }: ImageRepository,
	id: ImageId,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const connection = connections.to('ecr', region);
	const input = { registryId, repositoryName, imageIds: [identifier(id)] };
	const { images } = await connection.call(
		'BatchGetImage',
		(ecr, options) => ecr.batchGetImage(input, options),
		signal,
	);
	return platformsIn(list(images)[0]?.imageManifest ?? '');
}

function identifier(id: ImageId): ImageIdentifier {
	return 'tag' in id ? { imageTag: id.tag } : { imageDigest: id.digest };
}
