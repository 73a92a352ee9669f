import { invalidPattern } from './invalid-pattern.ts';
import { regexTest, valueTest } from './match-value.ts';

type JsonTest = (event: unknown) => boolean;

const TOKEN =
	/\s*(?:(\$(?:\.[\w-]+|\[\d+\])+)|(&&|\|\||[()])|(!=|<=|>=|=|<|>)|(NOT EXISTS|EXISTS|IS NULL|IS TRUE|IS FALSE)|%((?:[^%\\]|\\.)+)%|"((?:[^"\\]|\\.)*)"|([^\s()&|"]+))/y;

/**
 * A JSON filter pattern: `{ ($.status >= 500 || $.level = "err*") && $.orderId EXISTS }`. Messages that are no JSON
 * object don't match. (CloudWatch Logs user guide, filter pattern syntax.)
 * @throws {AwsFault} InvalidParameterException for what cannot be read.
 */
export function jsonCondition(pattern: string): (message: string) => boolean {
	if (!pattern.endsWith('}')) throw invalidPattern();
	const test = parse(tokens(pattern.slice(1, -1)));
	return (message) => {
		if (!message.startsWith('{')) return false;
		try {
			return test(JSON.parse(message));
		} catch {
			return false;
		}
	};
}

type Token = { readonly kind: 'path' | 'mark' | 'operator' | 'predicate' | 'value' | 'regex'; readonly text: string };
const KINDS = ['path', 'mark', 'operator', 'predicate', 'regex', 'value', 'value'] as const;

function tokens(source: string): Token[] {
	const found: Token[] = [];
	TOKEN.lastIndex = 0;
	const text = source.trimEnd();
	while (TOKEN.lastIndex < text.length) {
		const groups = TOKEN.exec(text)?.slice(1);
		if (groups === undefined) throw invalidPattern();
		const group = groups.findIndex((text) => text !== undefined);
		found.push({ kind: KINDS[group] ?? 'value', text: groups[group] ?? '' });
	}
	return found;
}

function parse(rest: Token[]): JsonTest {
	const test = anyOf(rest);
	if (rest.length > 0) throw invalidPattern();
	return test;
}

function anyOf(rest: Token[]): JsonTest {
	const tests = [allOf(rest)];
	while (rest[0]?.text === '||' && rest.shift()) tests.push(allOf(rest));
	return (event) => tests.some((test) => test(event));
}

function allOf(rest: Token[]): JsonTest {
	const tests = [condition(rest)];
	while (rest[0]?.text === '&&' && rest.shift()) tests.push(condition(rest));
	return (event) => tests.every((test) => test(event));
}

function condition(rest: Token[]): JsonTest {
	const first = rest.shift();
	if (first?.text === '(') {
		const inner = anyOf(rest);
		if (rest.shift()?.text !== ')') throw invalidPattern();
		return inner;
	}
	const second = rest.shift();
	if (first?.kind !== 'path' || second === undefined) throw invalidPattern();
	if (second.kind === 'predicate') return predicate(first.text, second.text);
	const value = rest.shift();
	if (second.kind !== 'operator' || (value?.kind !== 'value' && value?.kind !== 'regex')) throw invalidPattern();
	return comparison(first.text, second.text, value);
}

function predicate(path: string, name: string): JsonTest {
	const read = reader(path);
	if (name === 'EXISTS') return (event) => read(event) !== undefined;
	if (name === 'NOT EXISTS') return (event) => read(event) === undefined;
	const wanted = name === 'IS NULL' ? null : name === 'IS TRUE';
	return (event) => read(event) === wanted;
}

function comparison(path: string, operator: string, wanted: Token): JsonTest {
	const read = reader(path);
	const test = wanted.kind === 'regex' ? regexTest(operator, wanted.text) : valueTest(operator, wanted.text);
	return (event) => test(read(event));
}

function reader(path: string): (event: unknown) => unknown {
	const steps = path.match(/[\w-]+/g) ?? [];
	return (event) =>
		steps.reduce<unknown>(
			(at, step) =>
				typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[step] : undefined,
			event,
		);
}
