import { describe, expect, test } from 'vitest';
import { chordLabel, chordOf, chordProblem } from '../../src/keymap/chord.ts';
import type { KeyPress } from '../../src/keymap/chord.ts';

describe('chordOf', () => {
	test.each<[string, KeyPress]>([
		['j', { input: 'j', key: {} }],
		['G', { input: 'G', key: { shift: true } }],
		['ctrl-r', { input: 'r', key: { ctrl: true } }],
		['alt-x', { input: 'x', key: { meta: true } }],
		['shift-tab', { input: '', key: { tab: true, shift: true } }],
		['pagedown', { input: '', key: { pageDown: true } }],
		['enter', { input: '', key: { return: true } }],
		['space', { input: ' ', key: {} }],
		['é', { input: 'é', key: {} }],
		// Terminals send Esc as a meta key without a letter.
		['esc', { input: '', key: { escape: true, meta: true } }],
	])('reads %s', (chord, press) => {
		expect(chordOf(press)).toBe(chord);
	});

	test.each<[string, KeyPress]>([
		['a pasted text', { input: 'checkout', key: {} }],
		['nothing', { input: '', key: {} }],
	])('takes %s for no key', (_, press) => {
		expect(chordOf(press)).toBeUndefined();
	});
});

describe('chordProblem', () => {
	test.each(['j', 'G', '?', 'ctrl-r', 'shift-tab', 'pageup', 'alt-x', 'ctrl-alt-d', '-', 'ctrl--', '日'])(
		'%s is a key',
		(chord) => {
			expect(chordProblem(chord)).toBeUndefined();
		},
	);

	test.each(['', 'jj', 'control-r', 'pgup', 'ctrl-', 'ctrl-up-down', ' ', '\u009d', 'alt-\u202e', '\u200b'])(
		'%j is none, and it says so',
		(chord) => {
			expect(chordProblem(chord)).toMatch(/is not a key/u);
		},
	);

	test.each([
		['shift-g', 'write the character that Shift makes'],
		['ctrl-shift-r', 'write the character that Shift makes'],
		['ctrl-R', 'write ctrl-r'],
	])('%s is never sent, and it says what to write', (chord, advice) => {
		expect(chordProblem(chord)).toBe(`"${chord}" is never sent: ${advice}`);
	});
});

test.each([
	['ctrl-r', 'Ctrl-r'],
	['shift-tab', 'S-Tab'],
	['ctrl-up', 'Ctrl-↑'],
	['pageup', 'PgUp'],
	['up', '↑'],
	['enter', 'Enter'],
	['esc', 'Esc'],
	['alt-x', 'Alt-x'],
	['G', 'G'],
	['-', '-'],
])('%s is shown as %s', (chord, label) => {
	expect(chordLabel(chord)).toBe(label);
});
