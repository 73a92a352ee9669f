/** What a filter may look into. */
export type FilterColumn<Item> = {
	/** What `id:` names; empty for free text, beside which a colon that names no column is text, too. */
	readonly id: string;
	readonly textOf: (item: Item) => string;
	/** Only an `id:` looks into it. */
	readonly prose?: boolean;
	/** Its text begins with a number, which is compared: `cpu:>80`. */
	readonly numeric?: boolean;
};

/** A test of items; `problem` says why the text is no filter, and then every item passes. */
export type Filter<Item> = {
	readonly matches: (item: Item) => boolean;
	/** Finds what is asked for without an `id:`, to be marked; undefined when nothing is. Global: lastIndex is its own. */
	readonly marks: RegExp | undefined;
	readonly problem?: string;
};

type Term<Item> = {
	readonly not: boolean;
	readonly column: FilterColumn<Item> | undefined;
	/** As it was typed. */
	readonly word: string;
	/** The same as a regex. */
	readonly pattern: string;
};

/**
 * Reads a filter. Words are joined by "and"; each is a substring (case does not matter), `/regex/`,
 * `id:value` or `id:/regex/`; a `!` before it turns it round. In a numeric column a value is what the number
 * begins with, and `id:>80` or `id:<5` compares it. A word that is only begun (`!`, `cpu:`) asks for nothing yet.
 */
export function parseFilter<Item>(text: string, columns: readonly FilterColumn<Item>[]): Filter<Item> {
	const terms = termsOf(text, columns);
	const looked = columns.filter(({ prose }) => !prose);
	const problem = terms.map(({ column, word }) => (column ? undefined : unknownColumn(word, columns))).find(Boolean);
	if (problem !== undefined) return { ...EVERYTHING, problem };
	try {
		const tests = terms.flatMap((term) => itemTest(term, term.column ? [term.column] : looked) ?? []);
		const marked = terms.filter(({ not, column, pattern }) => !not && column === undefined && pattern !== '');
		const marks = marked.map(({ pattern }) => `(?:${pattern})`).join('|');
		return {
			matches: (item) => tests.every((test) => test(item)),
			marks: marks === '' ? undefined : new RegExp(marks, 'giu'),
		};
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const words = error.message.replace(/^Invalid regular expression: .*\/g?iu: /su, 'bad regex: ');
		return { ...EVERYTHING, problem: words };
	}
}

const EVERYTHING = { matches: () => true, marks: undefined };

/** Blanks part words, but not inside slashes. */
function termsOf<Item>(text: string, columns: readonly FilterColumn<Item>[]): readonly Term<Item>[] {
	const names = columns.flatMap(({ id }) => (id === '' ? [] : [id]));
	const prefix = names.length === 0 ? '()' : `(?:(${names.join('|')}):)?`;
	const term = new RegExp(String.raw`(!?)${prefix}(\/(?:\\.|[^/\\])*\/?|\S+)?`, 'giu');
	return Array.from(text.matchAll(term), ([, not, name = '', word = '']) => {
		const column = name === '' ? undefined : columns.find(({ id }) => id.toLowerCase() === name.toLowerCase());
		return { not: not === '!', column, word, pattern: patternOf(word) };
	});
}

function unknownColumn(word: string, columns: readonly FilterColumn<never>[]): string | undefined {
	const name = /^([a-z-]+):/iu.exec(word)?.[1]?.toLowerCase();
	if (name === undefined || columns.some(({ id }) => id === '')) return undefined;
	return `no column ${name}: ${columns.map(({ id }) => id).join(', ')}`;
}

function patternOf(word: string): string {
	if (!word.startsWith('/')) return word.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
	return word.slice(1, word.length > 1 && word.endsWith('/') ? -1 : undefined);
}

function itemTest<Item>(
	term: Term<Item>,
	columns: readonly FilterColumn<Item>[],
): ((item: Item) => boolean) | undefined {
	const test = textTest(term);
	return test && ((item) => columns.some(({ textOf }) => test(textOf(item))) !== term.not);
}

function textTest<Item>({ column, word, pattern }: Term<Item>): ((text: string) => boolean) | undefined {
	if (pattern === '') return undefined;
	if (column?.numeric) {
		const [, sign, number] = /^([<>]?)(\d+(?:\.\d+)?)$/u.exec(word) ?? [];
		if (number !== undefined) return (text) => compares(/\d+(?:\.\d+)?/u.exec(text)?.[0], sign, number);
		if (/^[<>]/u.test(word)) return undefined;
	}
	const regex = new RegExp(pattern, 'iu');
	return (text) => regex.test(text);
}

function compares(own: string | undefined, sign: string | undefined, number: string): boolean {
	if (own === undefined) return false;
	if (sign === '>') return Number(own) > Number(number);
	return sign === '<' ? Number(own) < Number(number) : own.startsWith(number);
}
