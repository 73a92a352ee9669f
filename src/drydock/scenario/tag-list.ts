import type { Tag } from '../world/task-definition.ts';

/** `{env: production}` as AWS lists tags. */
export function tagList(tags: Readonly<Record<string, string>>): Tag[] {
	return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
