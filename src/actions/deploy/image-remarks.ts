import { containersOf, isForFargate, type EditableTaskDefinition } from '../../model/editable-task-definition.ts';
import { parseImageRef } from '../../model/image-ref.ts';
import { repositoryOf, type RepositoryImage } from '../../model/image-repository.ts';
import { safeText } from '../../model/safe-text.ts';
import { seen } from '../look.ts';
import type { Remark } from '../plan.ts';
import type { DeploySnapshot } from './deploy-snapshot.ts';
import type { ImageSight } from './image-sight.ts';
import { good, info, unknown, unseenRemarks, warning } from '../remarks.ts';

type Document = EditableTaskDefinition['document'];

/** The containers of one image, and whether it takes the place of another. */
type Use = {
	readonly image: string;
	readonly containers: readonly string[];
	/** The containers, for people. */
	readonly names: string;
	readonly isNew: boolean;
};

/** Whether the images are there, fit the task, and are others than those that run. */
export function imageRemarks(snapshot: DeploySnapshot, document: Document): readonly Remark[] {
	return usesOf(snapshot.base.document, document).flatMap((use) => {
		const sight = snapshot.images.get(use.image);
		if (!sight) return elsewhere(use);
		if ('found' in sight) return remarksOn(use, sight, snapshot, document);
		if ('missing' in sight) return [missing(use, sight)];
		return use.isNew ? unseenRemarks(`image of ${use.names}`, sight) : [];
	});
}

/** Only what is not there: for a revision that has run already. */
export function missingImages({ base, images }: DeploySnapshot, document: Document): readonly Remark[] {
	return usesOf(base.document, document).flatMap((use) => {
		const sight = images.get(use.image);
		return sight && 'missing' in sight ? [missing(use, sight)] : [];
	});
}

function usesOf(base: Document, document: Document): readonly Use[] {
	const before = new Map(containersOf(base).map(({ name, image }) => [name, image]));
	const byImage = Map.groupBy(containersOf(document), ({ image }) => image);
	return Array.from(byImage, ([image, using]) => {
		const containers = using.map(({ name }) => name);
		return {
			image,
			containers,
			names: containers.map((name) => safeText(name)).join(', '),
			isNew: containers.some((name) => before.get(name) !== image),
		};
	});
}

/** The public gallery needs no permission to pull, and has no API that tells what is in it. */
function elsewhere({ image, names, isNew }: Use): readonly Remark[] {
	const { registry = 'Docker Hub' } = parseImageRef(image) ?? {};
	if (!isNew || registry === 'public.ecr.aws') return [];
	return [unknown(`image of ${names}: ${registry} is not asked whether it is there`)];
}

function missing({ image, names }: Use, sight: Extract<ImageSight, { readonly missing: string }>): Remark {
	const ref = parseImageRef(image);
	const { registryId, region, repositoryName } = (ref && repositoryOf(ref)) ?? {};
	if (sight.missing === 'repository') {
		const text = `there is no repository ${repositoryName} in the registry of ${registryId} in ${region}: ${names} will not start`;
		return warning(text);
	}
	const what = ref?.digest === undefined ? `no tag ${ref?.tag}` : 'no image of this digest';
	const others = sight.newest.length === 0 ? '' : `; the newest are ${sight.newest.join(', ')}`;
	return warning(`${repositoryName} has ${what}: ${names} will not start${others}`);
}

function remarksOn(
	use: Use,
	{ found, platforms }: Extract<ImageSight, { readonly found: RepositoryImage }>,
	snapshot: DeploySnapshot,
	document: Document,
): readonly Remark[] {
	const { names, isNew } = use;
	const are = seen(platforms) ?? [];
	const wanted = platformOf(document);
	const fits = wanted === undefined || are.length === 0 || are.includes(wanted);
	const facts = [...are, ...(found.sizeInBytes === undefined ? [] : [size(found.sizeInBytes)])].join(', ');
	return [
		...(isNew && fits ? [good(`the image of ${names} exists${facts === '' ? '' : ` (${facts})`}`)] : []),
		...(fits
			? []
			: [warning(`the image of ${names} is for ${are.join(', ')}, and the task is ${wanted}: it will not start`)]),
		...(isNew ? unseenRemarks(`platforms of the image of ${names}`, platforms) : []),
		...moved(use, found, snapshot, document),
	];
}

/** A tag that stands for the image that runs changes nothing; one that was moved brings another one along. */
function moved(
	{ image, containers, names, isNew }: Use,
	{ digest }: RepositoryImage,
	snapshot: DeploySnapshot,
	document: Document,
): readonly Remark[] {
	const { tag, digest: pinned } = parseImageRef(image) ?? {};
	const running = runningDigest(snapshot, containers);
	if (pinned !== undefined || running === undefined) return [];
	if (digest === running) {
		const isNews = isNew || document === snapshot.base.document;
		return isNews ? [info(`the tag ${tag} points to the image that ${names} runs already`)] : [];
	}
	if (isNew) return [];
	const text = `the tag ${tag} points to another image now than the one that ${names} runs: it comes along`;
	return [{ level: document === snapshot.base.document ? 'info' : 'warning', text }];
}

/** What the tag stood for when the present revision was rolled out: ECS holds on to that until the next deployment. */
function runningDigest({ service, history }: DeploySnapshot, containers: readonly string[]): string | undefined {
	const rollout = seen(history)?.find(
		({ status, targetTaskDefinition }) => status === 'SUCCESSFUL' && targetTaskDefinition === service.taskDefinition,
	);
	return rollout?.targetImages?.find(({ containerName }) => containers.includes(containerName))?.digest;
}

/** What the task is to run on; undefined where the instances decide. Fargate runs linux/amd64 unless told otherwise (ECS API reference, RuntimePlatform). */
function platformOf(document: Document): string | undefined {
	const { cpuArchitecture, operatingSystemFamily = 'LINUX' } = (document['runtimePlatform'] ?? {}) as {
		readonly cpuArchitecture?: string;
		readonly operatingSystemFamily?: string;
	};
	if (cpuArchitecture === undefined && !isForFargate(document)) return undefined;
	const os = operatingSystemFamily.startsWith('WINDOWS') ? 'windows' : 'linux';
	return `${os}/${cpuArchitecture === 'ARM64' ? 'arm64' : 'amd64'}`;
}

/** `212 MB`, `1.4 GB`: powers of ten, as registries count. */
function size(bytes: number): string {
	return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}
