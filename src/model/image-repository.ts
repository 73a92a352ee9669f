import type { ImageRef } from './image-ref.ts';

/** A repository of images in Amazon ECR, of any account and region. */
export type ImageRepository = {
	/** The account. */
	readonly registryId: string;
	readonly region: string;
	readonly repositoryName: string;
};

/** An image in a repository. */
export type RepositoryImage = {
	/** Of its manifest, or of the index of its manifests by platform: `sha256:…`. */
	readonly digest: string;
	readonly tags: readonly string[];
	/** Epoch ms. */
	readonly pushedAt?: number;
	/** Compressed bytes; of an index the largest of its images (ECR API reference, ImageDetail). */
	readonly sizeInBytes?: number;
	/** Media type of the manifest. */
	readonly mediaType?: string;
};

/** Hosts of private registries, with FIPS and dual-stack endpoints (ECR user guide, "Private registries"). */
const HOSTS = [
	/^(?<registryId>\d{12})\.dkr\.ecr(?:-fips)?\.(?<region>[a-z\d-]+)\.amazonaws\.com(?:\.cn)?$/u,
	/^(?<registryId>\d{12})\.dkr-ecr(?:-fips)?\.(?<region>[a-z\d-]+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/u,
];

/** The repository that an image comes from; undefined for other registries than private ones of ECR. */
export function repositoryOf({ registry = '', repository }: ImageRef): ImageRepository | undefined {
	for (const host of HOSTS) {
		const { registryId, region } = host.exec(registry)?.groups ?? {};
		if (registryId !== undefined && region !== undefined) return { registryId, region, repositoryName: repository };
	}
	return undefined;
}

/** What lists manifests by platform instead of being one (OCI image index, Docker manifest list). */
const INDEXES: ReadonlySet<string> = new Set([
	'application/vnd.oci.image.index.v1+json',
	'application/vnd.docker.distribution.manifest.list.v2+json',
]);

/** Whether the manifest tells for which platforms it is; one of a single image does not. */
export function tellsPlatforms({ mediaType = '' }: RepositoryImage): boolean {
	return INDEXES.has(mediaType);
}
