import type { ImageDetail } from '@aws-sdk/client-ecr';
import type { RepositoryImage } from '../../model/image-repository.ts';
import { defined } from './defined.ts';
import { epochMs, requiredText, text, texts } from './scalars.ts';

export function toRepositoryImage(image: ImageDetail): RepositoryImage {
	return defined({
		digest: requiredText(image.imageDigest),
		tags: texts(image.imageTags),
		pushedAt: epochMs(image.imagePushedAt),
		sizeInBytes: image.imageSizeInBytes,
		mediaType: text(image.imageManifestMediaType),
	});
}

/** `linux/amd64` … of an index; attestations, which buildx files under `unknown/unknown`, are none. */
export function platformsIn(manifest: string): readonly string[] {
	const platforms = manifestsOf(manifest).flatMap(({ platform }) => {
		const { os, architecture } = platform ?? {};
		return typeof os === 'string' && typeof architecture === 'string' && os !== 'unknown'
			? [requiredText(`${os}/${architecture}`)]
			: [];
	});
	return [...new Set(platforms)];
}

type Manifest = { readonly platform?: { readonly os?: unknown; readonly architecture?: unknown } };

/** What was pushed is not checked by anybody: it may be no JSON at all. */
function manifestsOf(manifest: string): readonly Manifest[] {
	try {
		const { manifests } = JSON.parse(manifest) as { readonly manifests?: unknown };
		return Array.isArray(manifests) ? (manifests as readonly (Manifest | null)[]).filter((one) => one !== null) : [];
	} catch {
		return [];
	}
}
