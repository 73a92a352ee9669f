import type { KeyPress } from '../keymap/chord.ts';

/**
 * The single presses in what the terminal sent. Keys that come faster than they are read arrive as one text
 * (`jjj` over a slow line); taken as one press they would be lost.
 */
export function keyPresses({ input, key }: KeyPress): readonly KeyPress[] {
	const characters = [...input];
	if (key.ctrl || key.meta || key.escape || characters.length <= 1) return [{ input, key }];
	return characters.map((character) => {
		if (character === '\r' || character === '\n') return { input: '', key: { return: true } };
		if (character === '\t') return { input: '', key: { tab: true } };
		return { input: character, key: {} };
	});
}
