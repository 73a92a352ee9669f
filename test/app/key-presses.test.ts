import { expect, test } from 'vitest';
import { keyPresses } from '../../src/app/key-presses.ts';
import { chordOf } from '../../src/keymap/chord.ts';
import type { KeyPress } from '../../src/keymap/chord.ts';

const chords = (press: KeyPress, bound: readonly string[] = []) =>
	keyPresses(press, (chord) => bound.includes(chord)).map(chordOf);

test('keys that came in one piece are pressed one after the other', () => {
	expect(chords({ input: 'jjk', key: {} })).toEqual(['j', 'j', 'k']);
});

test('Enter and Tab among them are keys, too', () => {
	expect(chords({ input: '/api\rj\t', key: {} })).toEqual(['/', 'a', 'p', 'i', 'enter', 'j', 'tab']);
});

test('keys with Ctrl among them keep it, and the one that erases erases', () => {
	expect(chords({ input: '\u0015v9\u0010\u007fa', key: {} })).toEqual(['ctrl-u', 'v', '9', 'ctrl-p', 'backspace', 'a']);
});

test('a single press stays as it is', () => {
	const press = { input: 'r', key: { ctrl: true } };
	expect(keyPresses(press, () => false)).toEqual([press]);
});

test('Esc and what came with it are two keys, unless that is a key with Alt', () => {
	expect(chords({ input: 'g', key: { meta: true } })).toEqual(['esc', 'g']);
	expect(chords({ input: 'gj', key: { meta: true } })).toEqual(['esc', 'g', 'j']);
	expect(chords({ input: '', key: { meta: true, return: true } })).toEqual(['esc', 'enter']);
	expect(chords({ input: 'g', key: { meta: true } }, ['alt-g'])).toEqual(['alt-g']);
	expect(chords({ input: '', key: { meta: true, upArrow: true } })).toEqual(['alt-up']);
	expect(chords({ input: '', key: { meta: true, escape: true } })).toEqual(['esc']);
});
