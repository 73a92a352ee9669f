import { AwsCallError } from '../../aws/aws-call-error.ts';
import type { Aws } from '../../aws/aws.ts';
import type { AwsFailure } from '../../model/aws-failure.ts';
import { parseImageRef, type ImageRef } from '../../model/image-ref.ts';
import {
	repositoryOf,
	tellsPlatforms,
	type ImageRepository,
	type RepositoryImage,
} from '../../model/image-repository.ts';
import { look, seen, type Look } from '../look.ts';
import { runnableTags } from './tag-choices.ts';

/** What a registry says of an image. */
export type ImageSight =
	| { readonly found: RepositoryImage; readonly platforms: Look<readonly string[]> }
	/** There is a repository, and no such tag in it; the newest ones that there are, as far as that could be read. */
	| { readonly missing: 'image'; readonly newest: readonly string[] }
	| { readonly missing: 'repository' }
	| { readonly failure: AwsFailure };

/** How many tags are named in place of one that is not there. */
const NAMED = 3;

/** Looks for images in the registries of ECR, of any account and region; those of other registries are left out. */
export async function seeImages(
	aws: Aws,
	images: readonly string[],
	signal?: AbortSignal,
): Promise<ReadonlyMap<string, ImageSight>> {
	const sights = [...new Set(images)].flatMap((image) => {
		const ref = parseImageRef(image);
		const repository = ref && repositoryOf(ref);
		return repository ? [seeImage(aws, ref, repository, signal).then((sight) => [image, sight] as const)] : [];
	});
	return new Map(await Promise.all(sights));
}

async function seeImage(
	aws: Aws,
	{ tag = '', digest }: ImageRef,
	repository: ImageRepository,
	signal: AbortSignal | undefined,
): Promise<ImageSight> {
	try {
		// With both the digest is what is pulled.
		const id = digest === undefined ? { tag } : { digest };
		const found = await aws.image(repository, id, signal);
		const platforms = tellsPlatforms(found) ? await look(aws.imagePlatforms(repository, id, signal)) : NONE;
		return { found, platforms };
	} catch (error) {
		if (!(error instanceof AwsCallError)) throw error;
		const { failure } = error;
		if (failure.code === 'RepositoryNotFoundException') return { missing: 'repository' };
		if (failure.code !== 'ImageNotFoundException') return { failure };
		const others = seen(await look(aws.taggedImages(repository, signal))) ?? [];
		return { missing: 'image', newest: others.flatMap(runnableTags).slice(0, NAMED) };
	}
}

const NONE = { value: [] };
