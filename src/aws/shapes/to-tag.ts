import type * as ecs from '@aws-sdk/client-ecs';
import type { Tag } from '../../model/cluster.ts';
import { requiredText } from './scalars.ts';

export function toTag({ key, value }: ecs.Tag): Tag {
	return { key: requiredText(key), value: requiredText(value) };
}
