import { behaviourOf } from './behaviour.ts';
import { MINUTE } from './clock.ts';
import type { ImageState, RepositoryState } from './repository.ts';
import type { ContainerDefinition, TaskDefinitionState } from './task-definition.ts';
import type { World } from './world.ts';

/** A pipeline pushes first, and registers then. */
const PUSHED_BEFORE = 2 * MINUTE;

/** An image of ECR by its parts; undefined for those of other registries. */
function partsOf(
	image: string,
): { readonly repository: string; readonly tag?: string; readonly digest?: string } | undefined {
	const found = /^\d{12}\.dkr\.ecr\.[^/]+\/([^:@]+)(?::([^@]+))?(?:@(.+))?$/u.exec(image);
	if (!found) return undefined;
	const [, repository = '', tag, digest] = found;
	return { repository, ...(tag !== undefined && { tag }), ...(digest !== undefined && { digest }) };
}

/** Makes sure that there is a repository for the image of each container. */
export function createRepositories(world: World, containers: readonly ContainerDefinition[]): void {
	for (const { image } of containers) {
		const { repository } = partsOf(image) ?? {};
		if (repository !== undefined && !world.repositories.has(repository)) world.repositories.set(repository, new Map());
	}
}

/** What a revision runs was pushed before, where its repository is the world's own. */
export function pushImages(world: World, definition: TaskDefinitionState): void {
	for (const { image } of definition.containerDefinitions) {
		const { repository = '', tag } = partsOf(image) ?? {};
		const images = world.repositories.get(repository);
		if (!images || tag === undefined || images.has(tag)) continue;
		const pushedAt = definition.registeredAt - PUSHED_BEFORE;
		images.set(tag, { tag, pushedAt, platforms: [platformOf(definition)] });
	}
}

/** The image that a tag stands for; undefined for one that is missing. */
export function imageTagged(world: World, images: RepositoryState, tag: string): ImageState | undefined {
	const known = images.get(tag);
	if (known === 'missing') return undefined;
	return known ?? { tag, pushedAt: world.clock.now - PUSHED_BEFORE, platforms: ['linux/amd64'] };
}

/** Why an image cannot be pulled for a revision, in the words of ECS; undefined when it can. */
export function pullErrorOf(world: World, definition: TaskDefinitionState, image: string): string | undefined {
	const { pullError } = behaviourOf(world.behaviours, image);
	if (pullError !== undefined) return pullError;
	const { repository = '', tag } = partsOf(image) ?? {};
	const images = world.repositories.get(repository);
	if (!images || tag === undefined) return undefined;
	const found = imageTagged(world, images, tag);
	const failed = 'CannotPullContainerError: ';
	if (!found) {
		return `${failed}pull image manifest has been retried 7 time(s): failed to resolve ref ${image}: ${image}: not found`;
	}
	const platform = platformOf(definition);
	return found.platforms.includes(platform)
		? undefined
		: `${failed}image Manifest does not contain descriptor matching platform '${platform}'`;
}

function platformOf({ runtimePlatform }: TaskDefinitionState): string {
	return runtimePlatform?.cpuArchitecture === 'ARM64' ? 'linux/arm64' : 'linux/amd64';
}
