/**
 * The words of a command line, as a shell would take them apart: blanks divide, quotes hold together, a backslash takes
 * the next character as it is. Nothing is expanded. Undefined when a quote is not closed.
 */
export function shellWords(line: string): readonly string[] | undefined {
	const words: string[] = [];
	let word: string | undefined;
	let rest = line;
	while (rest !== '') {
		const [piece = ''] = /^(?:\s+|'[^']*'|"(?:[^"\\]|\\.)*"|\\.|[^\s'"\\]+)/su.exec(rest) ?? [];
		if (piece === '') return undefined;
		rest = rest.slice(piece.length);
		if (piece.trim() === '') {
			if (word !== undefined) words.push(word);
			word = undefined;
		} else word = (word ?? '') + unquoted(piece);
	}
	return word === undefined ? words : [...words, word];
}

function unquoted(piece: string): string {
	if (piece.startsWith("'")) return piece.slice(1, -1);
	if (piece.startsWith('"')) return piece.slice(1, -1).replaceAll(/\\(?<character>["\\$`])/gu, '$<character>');
	return piece.startsWith('\\') ? piece.slice(1) : piece;
}
