/** What a row says, by column id; what `col:value` looks into. */
export type Fields = Readonly<Record<string, string>>;

/** A test of rows; `problem` says why the text is no filter, and then every row passes. */
export type Filter = { readonly matches: (fields: Fields) => boolean; readonly problem?: string };

type Test = (fields: Fields) => boolean;

const EVERYTHING: Test = () => true;

/** What a filter has to know of a column. */
export type FilterColumn = {
	readonly id: string;
	/** Only a `col:` looks into it. */
	readonly prose?: boolean;
	/** Its text begins with a number, which is compared: `cpu:>80`. */
	readonly numeric?: boolean;
};

/**
 * Reads a filter. Words are joined by "and"; each is a substring (case does not matter), `/regex/`,
 * `col:value` or `col:/regex/`; a `!` before it turns it round. In a numeric column a value is what the number
 * begins with, and `col:>80` or `col:<5` compares it. A `col:` that is no column is a problem; without any
 * columns, a colon is text.
 */
export function parseFilter(text: string, columns: readonly FilterColumn[]): Filter {
	const tests: Test[] = [];
	for (const word of words(text)) {
		const test = wordTest(word, columns);
		if (typeof test === 'string') return { matches: EVERYTHING, problem: test };
		tests.push(test);
	}
	return { matches: (fields) => tests.every((test) => test(fields)) };
}

/** Blanks part words, but not inside slashes. A word that is only begun (`!`, `cpu:`) asks for nothing yet. */
function words(text: string): readonly string[] {
	return Array.from(text.matchAll(/!?(?:[\w-]+:)?\/(?:\\.|[^/\\])*\/?|\S+/gu), ([word]) => word);
}

function wordTest(word: string, columns: readonly FilterColumn[]): Test | string {
	if (word.startsWith('!')) {
		const test = wordTest(word.slice(1), columns);
		if (typeof test === 'string' || test === EVERYTHING) return test;
		return (fields) => !test(fields);
	}
	const name = /^([a-z-]+):/iu.exec(word)?.[1]?.toLowerCase();
	const column = columns.find(({ id }) => id.toLowerCase() === name);
	if (name !== undefined && column === undefined && columns.length > 0) {
		return `no column ${name}: ${columns.map(({ id }) => id).join(', ')}`;
	}
	const wanted = column === undefined ? word : word.slice(word.indexOf(':') + 1);
	const pattern = column?.numeric ? (numberTest(wanted) ?? textTest(wanted)) : textTest(wanted);
	if (typeof pattern === 'string' || pattern === undefined) return pattern ?? EVERYTHING;
	if (column !== undefined) return (fields) => pattern(fields[column.id] ?? '');
	const prose = new Set(columns.filter((one) => one.prose).map(({ id }) => id));
	return (fields) => Object.entries(fields).some(([id, text]) => !prose.has(id) && pattern(text));
}

/** A test of the number that a text begins with; undefined when nothing is asked of it. */
function numberTest(wanted: string): ((text: string) => boolean) | undefined {
	const [, sign, number] = /^([<>]?)(\d+(?:\.\d+)?)$/u.exec(wanted) ?? [];
	if (number === undefined) return /^[<>]/u.test(wanted) ? () => true : undefined;
	return (text) => {
		const own = /\d+(?:\.\d+)?/u.exec(text)?.[0];
		if (own === undefined) return false;
		if (sign === '') return own.startsWith(number);
		return sign === '>' ? Number(own) > Number(number) : Number(own) < Number(number);
	};
}

function textTest(pattern: string): ((text: string) => boolean) | string | undefined {
	if (pattern === '' || pattern === '/' || pattern === '//') return undefined;
	if (!pattern.startsWith('/')) {
		const wanted = pattern.toLowerCase();
		return (text) => text.toLowerCase().includes(wanted);
	}
	try {
		const regex = new RegExp(pattern.slice(1, pattern.endsWith('/') ? -1 : undefined), 'iu');
		return (text) => regex.test(text);
	} catch (error) {
		return error instanceof Error
			? error.message.replace(/^Invalid regular expression: .*\/iu: /su, 'no regex: ')
			: 'no regex';
	}
}
