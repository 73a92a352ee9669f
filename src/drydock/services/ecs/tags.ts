import type {
	ListTagsForResourceRequest,
	ListTagsForResourceResponse,
	Tag as AwsTag,
	TagResourceRequest,
	UntagResourceRequest,
} from '@aws-sdk/client-ecs';
import type { Tag } from '../../world/task-definition.ts';
import type { World } from '../../world/world.ts';
import { invalidParameter, notValid } from './refuse.ts';

type Tagged = { tags: Tag[] };

export function listTagsForResource(world: World, input: ListTagsForResourceRequest): ListTagsForResourceResponse {
	return { tags: tagged(world, input.resourceArn).tags };
}

export function tagResource(world: World, input: TagResourceRequest): object {
	const resource = tagged(world, input.resourceArn);
	const given = tagsFrom(input.tags);
	const others = resource.tags.filter(({ key }) => !given.some((tag) => tag.key === key));
	resource.tags = checked([...others, ...given]);
	return {};
}

export function untagResource(world: World, input: UntagResourceRequest): object {
	const resource = tagged(world, input.resourceArn);
	resource.tags = resource.tags.filter(({ key }) => !input.tagKeys?.includes(key));
	return {};
}

/** Tags of a request, as the world keeps them. @throws {AwsFault} InvalidParameterException */
export function tagsFrom(tags: readonly AwsTag[] | undefined): Tag[] {
	return checked((tags ?? []).map(({ key, value }) => ({ key: key ?? '', value: value ?? '' })));
}

/** At most 50 a resource; AWS keeps `aws:` to itself, in capitals too (ECS API reference, Tag). */
function checked(tags: Tag[]): Tag[] {
	const isKept = (text: string): boolean => text.toLowerCase().startsWith('aws:');
	if (tags.length > 50 || tags.some(({ key, value }) => key === '' || isKept(key) || isKept(value))) throw notValid();
	return tags;
}

function tagged(world: World, arn = ''): Tagged {
	const resource =
		world.clusters.get(arn) ?? world.services.get(arn) ?? world.tasks.get(arn) ?? world.taskDefinitions.get(arn);
	if (!resource) throw invalidParameter('The specified resource is not found.');
	return resource;
}
