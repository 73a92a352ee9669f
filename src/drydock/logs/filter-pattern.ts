import { invalidPattern } from './invalid-pattern.ts';
import { jsonCondition } from './json-filter.ts';
import { spaceCondition } from './space-filter.ts';
import { regexOf } from './match-value.ts';

/** Whether an event's message matches. */
export type MessageTest = (message: string) => boolean;

const TERM = /([-?]?)(?:"((?:[^"\\]|\\.)*)"|%((?:[^%\\]|\\.)+)%|(\S+))/gy;

/**
 * Reads a filter pattern: all plain terms must occur and no `-term`; `?term`s count only among themselves, and one
 * must occur; `"…"` holds spaces and symbols; `%…%` is a regular expression; `{ … }` asks for JSON members,
 * `[ … ]` for fields between spaces. Terms are case-sensitive. (CloudWatch Logs user guide, filter pattern syntax.)
 * @throws {AwsFault} InvalidParameterException for what cannot be read.
 */
export function parseFilterPattern(pattern: string | undefined): MessageTest {
	const text = pattern?.trim() ?? '';
	if (text === '') return () => true;
	if (text.startsWith('{')) return jsonCondition(text);
	if (text.startsWith('[')) return spaceCondition(text);
	if ((text.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1) throw invalidPattern();

	const needed: MessageTest[] = [];
	const optional: MessageTest[] = [];
	for (const term of text.split(/\s+(?=(?:[^"]*"[^"]*")*[^"]*$)/)) {
		TERM.lastIndex = 0;
		const [whole, sign, quoted, regex, plain = ''] = TERM.exec(term) ?? [];
		if (whole !== term) throw invalidPattern();
		const test = regex === undefined ? contains(quoted?.replace(/\\(.)/g, '$1') ?? plain) : matches(regex);
		if (sign === '?') optional.push(test);
		else needed.push(sign === '-' ? (message) => !test(message) : test);
	}
	if (needed.length > 0) return (message) => needed.every((test) => test(message));
	return (message) => optional.some((test) => test(message));
}

function contains(term: string): MessageTest {
	return (message) => message.includes(term);
}

function matches(source: string): MessageTest {
	const regex = regexOf(source);
	return (message) => regex.test(message);
}
