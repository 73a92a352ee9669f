import type { World } from '../world/world.ts';
import type { ImageEntry } from './image-schema.ts';

/** Fills the account's registry with what a scenario says of it, before any revision is registered. */
export function buildImages(world: World, images: readonly ImageEntry[], startAt: number): void {
	for (const { name, missing, pushed, platforms } of images) {
		const [repository = '', tag = ''] = name.split(':');
		const known = world.repositories.get(repository) ?? new Map();
		world.repositories.set(repository, known);
		known.set(tag, missing ? 'missing' : { tag, pushedAt: startAt - pushed, platforms });
	}
}
