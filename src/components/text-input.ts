import type { EditedLine } from './edit-line.ts';
import type { Segment } from './segment.ts';

/** A line being typed, its cursor shown as an inverse cell so that it is seen without colours too. */
export function textInput({ text, cursor }: EditedLine): readonly Segment[] {
	const all = Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment);
	return [
		{ text: all.slice(0, cursor).join('') },
		{ text: all[cursor] ?? ' ', inverse: true },
		{ text: all.slice(cursor + 1).join('') },
	].filter((segment) => segment.text !== '');
}
