import stringWidth from 'string-width';
import type { Explanation } from '../../diagnosis/catalogue/explanation.ts';

/** More of a value than that helps nobody to recognise it. */
const LONGEST_VALUE = 500;

/**
 * An explanation as lines to read: what it is, why, what to do, what was read out of the text.
 * @param width cells of a line; Infinity where nobody reads on a screen
 */
export function explanationText({ id, severity, title, cause, next, fields }: Explanation, width: number): string {
	const named = Object.entries(fields);
	const pad = Math.max(0, ...named.map(([name]) => name.length));
	return [
		...wrap(title, width, ''),
		...wrap(id === 'unknown' ? id : `${id}, ${severity}`, width, '  '),
		'',
		...wrap(cause, width, ''),
		'',
		'What to do:',
		...next.flatMap((step, index) => hang(`${index + 1}. `, step, width)),
		...(named.length === 0 ? [] : ['', 'In the text:']),
		...named.flatMap(([name, value]) => hang(`${name.padEnd(pad)}  `, clipped(value), width)),
	]
		.map((line) => `${line.trimEnd()}\n`)
		.join('');
}

/** A mark, and the words beside it in a column of their own. */
function hang(mark: string, words: string, width: number): readonly string[] {
	const indent = `  ${' '.repeat(mark.length)}`;
	return wrap(words, width, indent).map((line, index) => (index === 0 ? `  ${mark}${line.trimStart()}` : line));
}

/** Lines no wider than `width`, broken at spaces; a word that is wider stands alone, so that it can be copied. */
function wrap(words: string, width: number, indent: string): readonly string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of words.split(' ')) {
		const longer = line === '' ? indent + word : `${line} ${word}`;
		if (line !== '' && stringWidth(longer) > width) {
			lines.push(line);
			line = indent + word;
		} else {
			line = longer;
		}
	}
	return [...lines, line];
}

function clipped(value: string): string {
	return value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE)}…`;
}
