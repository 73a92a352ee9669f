import { expect, test } from 'vitest';
import { dialogRows } from '../../../src/views/actions/dialog-rows.ts';

const all = { room: 20, fields: 3, focus: 0, preview: 8, scroll: 0, fixed: 0 };

test('everything is shown where there is room', () => {
	expect(dialogRows(all)).toEqual({ fields: { first: 0, count: 3 }, preview: { first: 0, count: 8 } });
});

test('a long preview is cut, and scrolled no further than its end', () => {
	expect(dialogRows({ ...all, preview: 40 }).preview).toEqual({ first: 0, count: 16 });
	expect(dialogRows({ ...all, preview: 40, scroll: 99 }).preview).toEqual({ first: 24, count: 16 });
});

test('many fields leave the beginning of the preview in view, and follow the one that has the keys', () => {
	const many = { ...all, room: 14, fields: 12, preview: 10 };
	expect(dialogRows(many)).toEqual({ fields: { first: 0, count: 8 }, preview: { first: 0, count: 5 } });
	expect(dialogRows({ ...many, focus: 11 }).fields).toEqual({ first: 4, count: 8 });
	expect(dialogRows({ ...many, focus: 7 }).fields).toEqual({ first: 1, count: 8 });
	expect(dialogRows({ ...many, preview: 0 }).fields).toEqual({ first: 0, count: 12 });
});

test('what is being done keeps its rows', () => {
	expect(dialogRows({ ...all, room: 12, preview: 40, fixed: 2 }).preview.count).toBe(5);
});

test('the field that has the keys is there in the smallest window', () => {
	expect(dialogRows({ ...all, room: 3, focus: 2 }).fields).toEqual({ first: 2, count: 1 });
});
