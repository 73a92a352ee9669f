import { comparison, type InstanceTest } from './instance-comparison.ts';

const TOKEN = /\s*([()[\],]|==|!=|=~|!~|>=|<=|>|<|&&|\|\||!(?=\s*(?:exists|in|\())|[^\s()[\],=!<>~&|]+)/y;

/** Words that mean the same as the signs (ECS developer guide, cluster query language). */
const SIGNS: Readonly<Record<string, string>> = {
	equals: '==',
	not_equals: '!=',
	greater_than: '>',
	greater_than_equal: '>=',
	less_than: '<',
	less_than_equal: '<=',
	matches: '=~',
	not_matches: '!~',
	not_in: '!in',
	not_exists: '!exists',
	and: '&&',
	or: '||',
	not: '!',
};

/**
 * Reads an expression of the cluster query language: comparisons of `attribute:<name>`, `ec2InstanceId`, `agentConnected`,
 * `runningTasksCount` and `task:group`, put together with and, or, not and brackets.
 * @returns undefined for what is not understood
 */
export function parseClusterQuery(text: string): InstanceTest | undefined {
	const tokens = tokensOf(text);
	if (!tokens) return undefined;
	const test = either(tokens);
	return tokens.length === 0 ? test : undefined;
}

function tokensOf(text: string): string[] | undefined {
	const tokens: string[] = [];
	const trimmed = text.trim();
	const pattern = new RegExp(TOKEN);
	while (pattern.lastIndex < trimmed.length) {
		const token = pattern.exec(trimmed)?.[1];
		if (token === undefined) return undefined;
		const sign = SIGNS[token] ?? token;
		if (tokens.at(-1) === '!' && (sign === 'in' || sign === 'exists')) tokens.push(`${tokens.pop()}${sign}`);
		else tokens.push(sign);
	}
	return tokens;
}

function either(tokens: string[]): InstanceTest | undefined {
	return chain(tokens, '||', both, (one, other) => (world, instance) => one(world, instance) || other(world, instance));
}

function both(tokens: string[]): InstanceTest | undefined {
	return chain(
		tokens,
		'&&',
		one,
		(test, other) => (world, instance) => test(world, instance) && other(world, instance),
	);
}

function chain(
	tokens: string[],
	sign: string,
	part: (tokens: string[]) => InstanceTest | undefined,
	join: (one: InstanceTest, other: InstanceTest) => InstanceTest,
): InstanceTest | undefined {
	let test = part(tokens);
	while (test && tokens[0] === sign) {
		tokens.shift();
		const other = part(tokens);
		test = other && join(test, other);
	}
	return test;
}

function one(tokens: string[]): InstanceTest | undefined {
	const first = tokens.shift();
	if (first === '!') {
		const test = one(tokens);
		return test && ((world, instance) => !test(world, instance));
	}
	if (first !== '(') return comparison(first ?? '', tokens);
	const test = either(tokens);
	return tokens.shift() === ')' ? test : undefined;
}
