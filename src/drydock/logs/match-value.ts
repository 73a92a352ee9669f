import { invalidPattern } from './invalid-pattern.ts';

/** Whether a found value passes: a member of a JSON event, or a field of a line. */
export type ValueTest = (found: unknown) => boolean;

/**
 * Compares what is found with a value of a pattern, where `*` stands for any text. What is not there passes nothing.
 * @throws {AwsFault} InvalidParameterException for an operator that is none
 */
export function valueTest(operator: string, wanted: string): ValueTest {
	const number = Number(wanted);
	const text = new RegExp(`^${wanted.split('*').map(escaped).join('.*')}$`, 's');
	const equal = (found: unknown) => (typeof found === 'number' ? found === number : text.test(String(found)));
	const tests: Readonly<Record<string, ValueTest>> = {
		'=': (found) => found !== undefined && equal(found),
		'!=': (found) => found !== undefined && !equal(found),
		'<': (found) => typeof found === 'number' && found < number,
		'<=': (found) => typeof found === 'number' && found <= number,
		'>': (found) => typeof found === 'number' && found > number,
		'>=': (found) => typeof found === 'number' && found >= number,
	};
	const test = tests[operator];
	if (test === undefined) throw invalidPattern();
	return test;
}

/** The same for a regular expression between percent signs. @throws {AwsFault} InvalidParameterException */
export function regexTest(operator: string, source: string): ValueTest {
	const regex = regexOf(source);
	const matches = (found: unknown) =>
		(typeof found === 'string' || typeof found === 'number') && regex.test(`${found}`);
	if (operator === '=') return matches;
	if (operator === '!=') return (found) => found !== undefined && !matches(found);
	throw invalidPattern();
}

/** @throws {AwsFault} InvalidParameterException */
export function regexOf(source: string): RegExp {
	try {
		return new RegExp(source);
	} catch {
		throw invalidPattern();
	}
}

function escaped(text: string): string {
	return text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}
