import type { Aws } from '../../aws/aws.ts';
import { parseImageRef } from '../../model/image-ref.ts';
import { repositoryOf, type RepositoryImage } from '../../model/image-repository.ts';
import { look, seen, type Look } from '../look.ts';

/** A tag that can be deployed. */
export type TagChoice = Omit<RepositoryImage, 'tags' | 'mediaType'> & { readonly tag: string };

/** Signatures and attestations are filed under tags of their own (OCI distribution specification, "Referrers Tag Schema"; cosign). */
const NO_IMAGE = /^sha256-[\da-f]{64}(?:\.\w+)?$/u;

/** The tags of an image that are for people. */
export function runnableTags({ tags }: RepositoryImage): readonly string[] {
	return tags.filter((tag) => !NO_IMAGE.test(tag));
}

/**
 * The tags of the repository that an image comes from, newest push first, or why they cannot be read.
 * @param image as a container has it: `1111….dkr.ecr.eu-west-1.amazonaws.com/app:42`
 * @returns undefined for registries that are not ECR's: they cannot be asked
 */
export async function tagChoices(
	aws: Aws,
	image: string,
	signal?: AbortSignal,
): Promise<Look<readonly TagChoice[]> | undefined> {
	const ref = parseImageRef(image);
	const repository = ref && repositoryOf(ref);
	if (!repository) return undefined;
	const images = await look(aws.taggedImages(repository, signal));
	const found = seen(images);
	if (!found) return images as Exclude<typeof images, { readonly value: unknown }>;
	return {
		value: found.flatMap((one) => {
			const { tags: _, mediaType: __, ...rest } = one;
			return runnableTags(one).map((tag) => ({ tag, ...rest }));
		}),
	};
}
