import { describe, expect, test } from 'vitest';
import type { Edit, EditedLine } from '../../src/components/edit-line.ts';
import { editLine, editOf, editedLine } from '../../src/components/edit-line.ts';

/** The line with `|` where its cursor is. */
function shown({ text, cursor }: EditedLine): string {
	const all = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
	return `${all.slice(0, cursor).join('')}|${all.slice(cursor).join('')}`;
}

function edited(text: string, ...edits: readonly Edit[]): string {
	return shown(edits.reduce(editLine, editedLine(text)));
}

describe('editLine', () => {
	test.each<[string, readonly Edit[], string]>([
		['types at the cursor', [{ type: 'left' }, { type: 'insert', text: 'x' }], 'apx|i'],
		['takes a pasted text in one piece', [{ type: 'insert', text: '-gateway' }], 'api-gateway|'],
		['erases before the cursor', [{ type: 'erase' }], 'ap|'],
		['deletes after the cursor', [{ type: 'start' }, { type: 'delete' }], '|pi'],
		['goes no further than the ends', [{ type: 'right' }, { type: 'start' }, { type: 'left' }], '|api'],
		['empties the line before the cursor', [{ type: 'left' }, { type: 'erase-line' }], '|i'],
	])('%s', (_, edits, result) => {
		expect(edited('api', ...edits)).toBe(result);
	});

	test('erases a word with the blanks behind it', () => {
		expect(edited('api !search  ', { type: 'erase-word' })).toBe('api |');
	});

	test('moves over what is one character to the eye', () => {
		expect(edited('cafe\u0301', { type: 'left' })).toBe('caf|e\u0301');
	});
});

describe('editOf', () => {
	test('knows the editing keys of a shell', () => {
		expect(editOf('ctrl-w', 'w')).toEqual({ type: 'erase-word' });
		expect(editOf('backspace', '')).toEqual({ type: 'erase' });
	});

	test('takes characters as text', () => {
		expect(editOf('é', 'é')).toEqual({ type: 'insert', text: 'é' });
		expect(editOf('space', ' ')).toEqual({ type: 'insert', text: ' ' });
	});

	test('takes a pasted text without its control characters', () => {
		expect(editOf(undefined, 'api\u001b\n')).toEqual({ type: 'insert', text: 'api' });
	});

	test('keeps lines that were pasted apart', () => {
		expect(editOf(undefined, '7\n8\r\n')).toEqual({ type: 'insert', text: '7 8' });
	});

	test('takes a pasted text without its escape sequences', () => {
		expect(editOf(undefined, '\u001b[31mred\u001b[0m')).toEqual({ type: 'insert', text: 'red' });
	});

	test('leaves other keys alone', () => {
		expect(editOf('ctrl-r', 'r')).toBeUndefined();
		expect(editOf('up', '')).toBeUndefined();
	});
});
