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
		if (character === '\b' || character === '\u007F') return { input: '', key: { backspace: true } };
		// Ctrl and a letter is sent as the number of the letter in the alphabet.
		if (character < '\u001B') return { input: String.fromCharCode(character.charCodeAt(0) + 96), key: { ctrl: true } };
		return { input: character, key: {} };
	});
}
