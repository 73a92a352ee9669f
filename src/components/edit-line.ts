import { safeText } from '../model/safe-text.ts';

/** A line being typed; `cursor` counts graphemes from the start. */
export type EditedLine = { readonly text: string; readonly cursor: number };

export type Edit =
	| { readonly type: 'insert'; readonly text: string }
	| { readonly type: 'left' | 'right' | 'start' | 'end' | 'erase' | 'delete' | 'erase-word' | 'erase-line' };

/** A line with the cursor at its end. */
export function editedLine(text: string): EditedLine {
	return { text, cursor: split(text).length };
}

/** The line after one edit. */
export function editLine(line: EditedLine, edit: Edit): EditedLine {
	const all = split(line.text);
	const before = all.slice(0, line.cursor);
	const after = all.slice(line.cursor);
	switch (edit.type) {
		case 'insert':
			return joined([...before, ...split(edit.text)], after);
		case 'left':
			return { ...line, cursor: Math.max(0, line.cursor - 1) };
		case 'right':
			return { ...line, cursor: Math.min(all.length, line.cursor + 1) };
		case 'start':
			return { ...line, cursor: 0 };
		case 'end':
			return { ...line, cursor: all.length };
		case 'erase':
			return joined(before.slice(0, -1), after);
		case 'delete':
			return joined(before, after.slice(1));
		case 'erase-word':
			return joined(split(before.join('').replace(/\S+\s*$/u, '')), after);
		case 'erase-line':
			return joined([], after);
	}
}

/** The edit that a key asks for, in the words of Emacs and readline; undefined when it is none. */
export function editOf(chord: string | undefined, input: string): Edit | undefined {
	const edits: Readonly<Record<string, Edit['type']>> = {
		left: 'left',
		right: 'right',
		'ctrl-b': 'left',
		'ctrl-f': 'right',
		home: 'start',
		end: 'end',
		'ctrl-a': 'start',
		'ctrl-e': 'end',
		backspace: 'erase',
		delete: 'delete',
		'ctrl-d': 'delete',
		'ctrl-w': 'erase-word',
		'ctrl-u': 'erase-line',
	};
	const type = chord === undefined ? undefined : edits[chord];
	if (type !== undefined && type !== 'insert') return { type };
	const typed = chord === undefined || chord === 'space' || [...chord].length === 1;
	// Lines that were pasted stay apart: 1 and 2 are not 12.
	const text = safeText(input.replaceAll(/^[\r\n]+|[\r\n]+$/gu, '').replaceAll(/[\r\n]+/gu, ' ')).replaceAll(
		/[\p{Control}\u2400-\u2421]/gu,
		'',
	);
	return typed && text !== '' ? { type: 'insert', text } : undefined;
}

function split(text: string): readonly string[] {
	return Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
}

function joined(before: readonly string[], after: readonly string[]): EditedLine {
	return { text: [...before, ...after].join(''), cursor: before.length };
}
