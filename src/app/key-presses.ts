import { chordOf } from '../keymap/chord.ts';
import type { KeyPress } from '../keymap/chord.ts';

/**
 * The single presses in what the terminal sent. Keys that come faster than they are read arrive as one text
 * (`jjj` over a slow line); taken as one press they would be lost. So would Esc and the key after it, which look
 * like that key with Alt: they are that only where somebody bound it.
 */
export function keyPresses(press: KeyPress, isBound: (chord: string) => boolean): readonly KeyPress[] {
	const { input, key } = press;
	const characters = [...input];
	if (key.meta && !key.escape && (characters.length > 0 || key.return || key.tab)) {
		const chord = chordOf(press);
		if (chord !== undefined && isBound(chord)) return [press];
		return [{ input: '', key: { escape: true } }, ...keyPresses({ input, key: { ...key, meta: false } }, isBound)];
	}
	if (key.ctrl || key.meta || key.escape || characters.length <= 1) return [press];
	return characters.map((character) => {
		if (character === '\r' || character === '\n') return { input: '', key: { return: true } };
		if (character === '\t') return { input: '', key: { tab: true } };
		if (character === '\u007f' || character === '\b') return { input: '', key: { backspace: true } };
		// 1 to 26 are Ctrl with the letters: Ctrl-u is 21.
		const letter = character.charCodeAt(0) + 0x60;
		if (letter > 0x60 && letter < 0x7b) return { input: String.fromCharCode(letter), key: { ctrl: true } };
		return { input: character, key: {} };
	});
}
