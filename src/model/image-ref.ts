/** A container image by the parts of its name. `tag` is `latest` where neither tag nor digest is written. */
export type ImageRef = {
	/** Host with its port; undefined for Docker Hub. */
	readonly registry?: string;
	readonly repository: string;
	readonly tag?: string;
	/** `sha256:` and 64 hexadecimal digits. */
	readonly digest?: string;
};

// The grammar of the OCI distribution specification ("Pulling manifests") and of Docker's reference format.
const COMPONENT = '[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*';
const LABEL = '[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?';
const PATTERN = new RegExp(
	`^(?:(?<registry>(?:localhost|${LABEL}(?:\\.${LABEL})+|${LABEL}(?=:\\d))(?::\\d+)?)/)?` +
		`(?<repository>${COMPONENT}(?:/${COMPONENT})*)` +
		'(?::(?<tag>\\w[\\w.-]{0,127}))?' +
		'(?:@(?<digest>sha256:[a-f0-9]{64}))?$',
	'u',
);

/** The parts of `registry:port/repository:tag@digest`; undefined for what is no image name. */
export function parseImageRef(text: string): ImageRef | undefined {
	const { registry, repository, tag, digest } = PATTERN.exec(text)?.groups ?? {};
	if (repository === undefined) return undefined;
	const tagged = tag ?? (digest === undefined ? 'latest' : undefined);
	return {
		...(registry === undefined ? {} : { registry }),
		repository,
		...(tagged === undefined ? {} : { tag: tagged }),
		...(digest === undefined ? {} : { digest }),
	};
}

/** The name of an image as a task definition has it. */
export function imageText({ registry, repository, tag, digest }: ImageRef): string {
	const name = registry === undefined ? repository : `${registry}/${repository}`;
	return `${name}${tag === undefined ? '' : `:${tag}`}${digest === undefined ? '' : `@${digest}`}`;
}

/** Whether two images come from one repository of one registry. */
export function isSameRepository(one: ImageRef, other: ImageRef): boolean {
	return one.registry === other.registry && one.repository === other.repository;
}

/** Names that people move from image to image, and versions that stand for the newest of a line: `v7`, `1.27`, `3.12-slim`. */
const MOVING =
	/^(?:latest|stable|current|edge|nightly|main|master|trunk|head|dev|develop|development|test|qa|staging|stage|prod|production|live|release|lts|v\d+|v?\d+\.\d+)(?:-[a-z]+)?$/iu;

/** Whether a tag looks like one that means another image now and then. A build number, a commit or a whole version does not. */
export function looksMutable(tag: string): boolean {
	return MOVING.test(tag);
}
