import type { ImageIdentifier } from '@aws-sdk/client-ecr';
import { AwsFault } from '../../wire/handler.ts';
import { imageDigest } from '../../world/lifecycle/image-digest.ts';
import { imageTagged } from '../../world/registry.ts';
import type { ImageState, RepositoryState } from '../../world/repository.ts';
import type { World } from '../../world/world.ts';

/** What a caller of ECR looks at. */
export type Look = { readonly world: World; readonly region: string };

/** ECR API reference, maxResults. */
export const PAGE = { min: 1, max: 1000 };
export const DEFAULT_PAGE = 100;

/** An image of a repository with the digest of its manifest. */
export type FoundImage = ImageState & { readonly digest: string };

/** @throws {AwsFault} RepositoryNotFoundException, also for the registries of other accounts */
export function repositoryNamed(
	{ world }: Look,
	name: string,
	registryId: string | undefined = world.account,
): RepositoryState {
	const found = registryId === world.account ? world.repositories.get(name) : undefined;
	if (found) return found;
	throw new AwsFault(
		'RepositoryNotFoundException',
		`The repository with name '${name}' does not exist in the registry with id '${registryId}'`,
	);
}

export function imagesIn(look: Look, name: string, images: RepositoryState): readonly FoundImage[] {
	return [...images.values()].flatMap((image) => (image === 'missing' ? [] : [withDigest(look, name, image)]));
}

/** By tag or by digest. */
export function findImage(
	look: Look,
	name: string,
	images: RepositoryState,
	{ imageTag, imageDigest: digest }: ImageIdentifier,
): FoundImage | undefined {
	if (imageTag === undefined) return imagesIn(look, name, images).find((image) => image.digest === digest);
	const tagged = imageTagged(look.world, images, imageTag);
	return tagged && withDigest(look, name, tagged);
}

function withDigest(look: Look, name: string, image: ImageState): FoundImage {
	return { ...image, digest: imageDigest(`${uriOf(look, name)}:${image.tag}`) };
}

export function uriOf({ world, region }: Look, name: string): string {
	return `${world.account}.dkr.ecr.${region}.amazonaws.com/${name}`;
}

export function invalid(message = "Invalid parameter at 'nextToken' failed to satisfy constraint"): AwsFault {
	return new AwsFault('InvalidParameterException', message);
}
