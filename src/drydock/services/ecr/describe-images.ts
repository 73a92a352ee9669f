import type { DescribeImagesRequest, DescribeImagesResponse, ImageDetail, ImageIdentifier } from '@aws-sdk/client-ecr';
import { AwsFault } from '../../wire/handler.ts';
import { behaviourOf } from '../../world/behaviour.ts';
import { checkBounds } from '../constraint.ts';
import { date } from '../date.ts';
import { pageOf } from '../page.ts';
import {
	DEFAULT_PAGE,
	findImage,
	imagesIn,
	invalid,
	PAGE,
	repositoryNamed,
	type FoundImage,
	type Look,
} from './look.ts';

export const INDEX = 'application/vnd.oci.image.index.v1+json';

/** In no order, as AWS. @throws {AwsFault} ImageNotFoundException for one of several, RepositoryNotFoundException */
export function describeImages(look: Look, input: DescribeImagesRequest): DescribeImagesResponse {
	const { repositoryName = '', registryId, imageIds, nextToken, maxResults } = input;
	checkBounds('InvalidParameterException', 'maxResults', maxResults, PAGE);
	const images = repositoryNamed(look, repositoryName, registryId);
	const shown = (image: FoundImage) => detail(look, repositoryName, image);
	if (imageIds?.length) {
		if (nextToken !== undefined || maxResults !== undefined) throw invalid('imageIds goes without pages.');
		return {
			imageDetails: imageIds.map((id) =>
				shown(findImage(look, repositoryName, images, id) ?? missing(look, input, id)),
			),
		};
	}
	const all = input.filter?.tagStatus === 'UNTAGGED' ? [] : imagesIn(look, repositoryName, images);
	const page = pageOf(all, maxResults ?? DEFAULT_PAGE, nextToken, invalid);
	return { imageDetails: page.items.map(shown), nextToken: page.nextToken };
}

function detail({ world }: Look, repositoryName: string, { tag, digest, pushedAt }: FoundImage): ImageDetail {
	const { imageMegabytes } = behaviourOf(world.behaviours, `${repositoryName}:${tag}`);
	return {
		registryId: world.account,
		repositoryName,
		imageDigest: digest,
		imageTags: [tag],
		imageSizeInBytes: imageMegabytes * 1_000_000,
		imagePushedAt: date(pushedAt),
		imageManifestMediaType: INDEX,
		artifactMediaType: 'application/vnd.oci.image.config.v1+json',
	};
}

function missing({ world }: Look, input: DescribeImagesRequest, { imageDigest, imageTag }: ImageIdentifier): never {
	const { repositoryName, registryId = world.account } = input;
	const quoted = (value: string | undefined) => `'${value ?? 'null'}'`;
	throw new AwsFault(
		'ImageNotFoundException',
		`The image with imageId {imageDigest:${quoted(imageDigest)}, imageTag:${quoted(imageTag)}} does not exist within the repository with name '${repositoryName}' in the registry with id '${registryId}'`,
	);
}
