import { expect, test } from 'vitest';
import { keyPresses } from '../../src/app/key-presses.ts';
import { chordOf } from '../../src/keymap/chord.ts';

test('keys that came in one piece are pressed one after the other', () => {
	expect(keyPresses({ input: 'jjk', key: {} }).map(chordOf)).toEqual(['j', 'j', 'k']);
});

test('Enter and Tab among them are keys, too', () => {
	expect(keyPresses({ input: '/api\rj\t', key: {} }).map(chordOf)).toEqual(['/', 'a', 'p', 'i', 'enter', 'j', 'tab']);
});

test('a single press stays as it is', () => {
	const press = { input: 'r', key: { ctrl: true } };
	expect(keyPresses(press)).toEqual([press]);
});
