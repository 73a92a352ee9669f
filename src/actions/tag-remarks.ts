import type { RevisionImage } from '../model/deployment-history.ts';
import type { EditableContainer } from '../model/editable-task-definition.ts';
import { looksMutable, parseImageRef } from '../model/image-ref.ts';
import { safeText } from '../model/safe-text.ts';
import type { ImageSight } from './deploy/image-sight.ts';
import type { Remark } from './plan.ts';
import { good, info, unknown, warning } from './remarks.ts';

/** ECS resolves a tag once for each deployment (ECS developer guide, container image resolution): what follows for a forced one. */
export function resolvedAnew(containers: readonly EditableContainer[]): readonly Remark[] {
	return tagged(containers).map(({ name, tag }) =>
		looksMutable(tag)
			? warning(`${name} runs what its tag "${tag}" points to by then: it may be another image than now`)
			: info(`${name} runs what its tag "${tag}" points to by then`),
	);
}

/**
 * Whether the old revision would run its old images.
 * @param ran what its last successful deployment resolved the tags to
 * @param images what ECR has of each image now, where it was looked at
 */
export function sameImages(
	containers: readonly EditableContainer[],
	ran: readonly RevisionImage[] | undefined,
	images: ReadonlyMap<string, ImageSight>,
): readonly Remark[] {
	return tagged(containers).map(({ name, tag, image }) => {
		const digest = ran?.find(({ containerName }) => containerName === name)?.digest;
		const was = digest === undefined ? 'the image that ran' : `the image that ran (${shortDigest(digest)})`;
		const sight = images.get(image);
		if (sight && 'found' in sight && digest !== undefined) {
			return sight.found.digest === digest
				? good(`${name}: the tag "${tag}" still points to ${was}`)
				: warning(`${name}: the tag "${tag}" points to another image now than ${was}`);
		}
		return looksMutable(tag)
			? warning(`${name}: the tag "${tag}" may point to another image now than ${was}`)
			: unknown(`${name}: whether the tag "${tag}" still points to ${was}`);
	});
}

/** `sha256:0123456789ab…`: as much as people compare. */
function shortDigest(digest: string): string {
	return `${digest.slice(0, 19)}…`;
}

/** Containers whose image is named by a tag alone. */
function tagged(
	containers: readonly EditableContainer[],
): readonly { readonly name: string; readonly tag: string; readonly image: string }[] {
	return containers.flatMap(({ name, image }) => {
		const { tag, digest } = parseImageRef(image) ?? {};
		return tag === undefined || digest !== undefined ? [] : [{ name: safeText(name), tag: safeText(tag), image }];
	});
}
