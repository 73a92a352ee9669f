import { hex, seeded, seedOf } from '../random.ts';

/** The digest that a tag stands for: the same for the same image, so that tasks of one revision agree. */
export function imageDigest(image: string): string {
	const pinned = image.indexOf('@sha256:');
	return pinned === -1 ? `sha256:${hex(seeded(seedOf(image)), 64)}` : image.slice(pinned + 1);
}
