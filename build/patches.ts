import type { Patch } from './patch.ts';
import { ec2ByThePiece } from './patches/ec2-by-the-piece.ts';
import { inkRemembersTexts } from './patches/ink-remembers-texts.ts';
import { signsWithoutSegmenter } from './patches/signs-without-segmenter.ts';
import { terseFrames } from './patches/terse-frames.ts';
import { yogaWithoutFetch } from './patches/yoga-without-fetch.ts';

export const PATCHES: readonly Patch[] = [
	ec2ByThePiece,
	inkRemembersTexts,
	signsWithoutSegmenter,
	terseFrames,
	yogaWithoutFetch,
];

/**
 * The patches but those named, with commas between.
 * @throws {Error} when there is none of a name
 */
export function patchesWithout(names: string): readonly Patch[] {
	const without = names.split(',').filter((name) => name !== '');
	const unknown = without.find((name) => !PATCHES.some((patch) => patch.name === name));
	if (unknown !== undefined) {
		throw new Error(`There is no patch "${unknown}"; there are ${PATCHES.map(({ name }) => name).join(', ')}.`);
	}
	return PATCHES.filter(({ name }) => !without.includes(name));
}
