import type { BatchGetImageRequest, BatchGetImageResponse, Image, ImageFailure } from '@aws-sdk/client-ecr';
import { imageDigest } from '../../world/lifecycle/image-digest.ts';
import { INDEX } from './describe-images.ts';
import { findImage, repositoryNamed, type FoundImage, type Look } from './look.ts';

const MANIFEST = 'application/vnd.oci.image.manifest.v1+json';

/** Those that are there, and a failure for each that is not. @throws {AwsFault} RepositoryNotFoundException */
export function batchGetImage(look: Look, input: BatchGetImageRequest): BatchGetImageResponse {
	const { repositoryName = '', registryId, imageIds = [] } = input;
	const known = repositoryNamed(look, repositoryName, registryId);
	const images: Image[] = [];
	const failures: ImageFailure[] = [];
	for (const imageId of imageIds) {
		const found = findImage(look, repositoryName, known, imageId);
		if (!found) {
			failures.push({ imageId, failureCode: 'ImageNotFound', failureReason: 'Requested image not found' });
			continue;
		}
		images.push({
			registryId: look.world.account,
			repositoryName,
			imageId: { ...imageId, imageDigest: found.digest },
			imageManifest: JSON.stringify(indexOf(found)),
			imageManifestMediaType: INDEX,
		});
	}
	return { images, failures };
}

/** As buildx pushes it: a manifest for each platform, and one that attests how it was built. */
function indexOf({ digest, platforms }: FoundImage): object {
	const manifest = (platform: string) => {
		const [os, architecture] = platform.split('/');
		return {
			mediaType: MANIFEST,
			digest: imageDigest(`${digest} ${platform}`),
			size: 2_412,
			platform: { architecture, os },
		};
	};
	return {
		schemaVersion: 2,
		mediaType: INDEX,
		manifests: [...platforms, 'unknown/unknown'].map(manifest),
	};
}
