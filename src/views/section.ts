import { cutLine, EMPTY_LINE, line, padLine, span, type TextLine, type Tone } from './text-line.ts';
import { paragraph } from './wrap.ts';

/** A titled part of a full screen. `lines` draws it in the width it is given. */
export type Section = {
	readonly title: string;
	readonly lines: (width: number) => readonly TextLine[];
	/** Needs the whole width, also where the others stand in two columns: a table. */
	readonly wide?: boolean;
};

/** A label and what it says; several texts are several lines. */
export type Field = { readonly label: string; readonly text: string | readonly string[]; readonly tone?: Tone };

/** Cells from which on sections stand side by side: two of a readable width. */
export const TWO_COLUMNS_FROM = 110;

const GUTTER = 3;

/** Sections under each other, or in two columns of about equal height where there is room. */
export function sectionLines(sections: readonly Section[], width: number): readonly TextLine[] {
	if (width < TWO_COLUMNS_FROM) return sections.flatMap((section) => drawn(section, width));
	const columnWidth = Math.floor((width - GUTTER) / 2);
	const lines: TextLine[] = [];
	let narrow: Section[] = [];
	const flush = (): void => {
		lines.push(...sideBySide(narrow, columnWidth));
		narrow = [];
	};
	for (const section of sections) {
		if (section.wide) {
			flush();
			lines.push(...drawn(section, width));
		} else {
			narrow.push(section);
		}
	}
	flush();
	return lines;
}

/** Labels in one column, values wrapped in another; a field without text is left out. */
export function fieldLines(fields: readonly (Field | undefined)[], width: number): readonly TextLine[] {
	const shown = fields.filter((field) => field !== undefined && field.text.length > 0) as readonly Field[];
	const labelWidth = Math.min(Math.max(0, ...shown.map(({ label }) => label.length)) + 2, Math.floor(width / 2));
	return shown.flatMap(({ label, text, tone }) => {
		const texts = typeof text === 'string' ? [text] : text;
		const values = texts.flatMap((one) => paragraph(one, width - labelWidth, tone));
		return values.map((value, index) => [
			...padLine(cutLine(index === 0 ? line(label, 'dim') : EMPTY_LINE, labelWidth), labelWidth),
			...value,
		]);
	});
}

/** The section most full screens are made of. */
export function fieldSection(title: string, fields: readonly (Field | undefined)[]): Section {
	return { title, lines: (width) => fieldLines(fields, width) };
}

function drawn({ title, lines }: Section, width: number): readonly TextLine[] {
	const rule = '─'.repeat(Math.max(0, width - title.length - 1));
	const heading: TextLine = [span(title, 'accent'), span(` ${rule}`, 'dim')];
	return [cutLine(heading, width), ...lines(width).map((one) => cutLine(one, width)), EMPTY_LINE];
}

function sideBySide(sections: readonly Section[], width: number): readonly TextLine[] {
	const blocks = sections.map((section) => drawn(section, width));
	const total = blocks.reduce((height, block) => height + block.length, 0);
	const left: TextLine[] = [];
	const right: TextLine[] = [];
	for (const block of blocks) {
		const goesLeft = right.length === 0 && left.length + block.length / 2 <= total / 2;
		(goesLeft ? left : right).push(...block);
	}
	return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => {
		const beside = right[index];
		const first = left[index] ?? EMPTY_LINE;
		return beside && beside.length > 0 ? [...padLine(first, width + GUTTER), ...beside] : first;
	});
}
