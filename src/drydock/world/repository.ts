/** An image that was pushed under a tag, as an index of manifests by platform. */
export type ImageState = {
	readonly tag: string;
	/** Epoch ms. */
	readonly pushedAt: number;
	/** `linux/amd64` */
	readonly platforms: readonly string[];
};

/**
 * A repository by tag, the same in every region. A tag that is not here was pushed all the same, just now: a person may
 * deploy any. Only what a scenario calls missing is.
 */
export type RepositoryState = Map<string, ImageState | 'missing'>;
