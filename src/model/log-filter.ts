import { shortTaskId } from './arn.ts';
import type { LogLine } from './log-line.ts';

/** A test of lines; `problem` says why the text is no filter, and then every line passes. */
export type LogFilter = {
	readonly matches: (line: LogLine) => boolean;
	/** Finds what is to be marked in a line's text; undefined when nothing is. Global: lastIndex is its own. */
	readonly marks: RegExp | undefined;
	readonly problem?: string;
};

type Term = { readonly not: boolean; readonly column: Column | undefined; readonly pattern: string };

type Column = 'task' | 'container';

/**
 * Reads a filter as the tables do: words joined by "and", each a substring (case does not matter), `/regex/`,
 * `task:…` or `container:…`; a `!` before it turns it round. Only what is said of the text is marked.
 */
export function parseLogFilter(text: string): LogFilter {
	const terms = Array.from(text.matchAll(/(!?)(?:(task|container):)?(\/(?:\\.|[^/\\])*\/?|\S+)?/gu), termOf);
	const asking = terms.filter(({ pattern }) => pattern !== '');
	try {
		const tests = asking.map(testOf);
		const shown = asking.filter(({ not, column }) => !not && column === undefined);
		const marks = shown.length === 0 ? undefined : shown.map(({ pattern }) => `(?:${pattern})`).join('|');
		return {
			matches: (line) => tests.every((test) => test(line)),
			marks: marks === undefined ? undefined : new RegExp(marks, 'giu'),
		};
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		const problem = error.message.replace(/^Invalid regular expression: .*\/g?iu: /su, 'no regex: ');
		return { matches: () => true, marks: undefined, problem };
	}
}

function termOf([, not = '', column, word = '']: readonly (string | undefined)[]): Term {
	const isRegex = word.startsWith('/');
	const pattern = isRegex ? word.slice(1, word.length > 1 && word.endsWith('/') ? -1 : undefined) : escapeRegex(word);
	return { not: not === '!', column: column === 'task' || column === 'container' ? column : undefined, pattern };
}

function testOf({ not, column, pattern }: Term): (line: LogLine) => boolean {
	const regex = new RegExp(pattern, 'iu');
	return (line) => regex.test(columnText(line, column)) !== not;
}

function columnText({ source, text }: LogLine, column: Column | undefined): string {
	if (column === undefined) return text;
	return column === 'task' ? shortTaskId(source.taskArn) : source.container;
}

/** Any text as a pattern that finds just it. */
function escapeRegex(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
}
