import { UsageError } from './usage-error.ts';

/**
 * Environment variables as `--env` has them, `NAME=value` each; the value may be empty.
 * @throws {UsageError} saying which one is none, and not what it says: it may be a secret without its name
 */
export function parseVariables(texts: readonly string[]): Readonly<Record<string, string>> {
	return Object.fromEntries(
		texts.map((text, index): readonly [string, string] => {
			const [, name, value] = /^([^=]+)=([^]*)$/u.exec(text) ?? [];
			if (name === undefined || value === undefined) {
				const lacks = text.includes('=') ? 'name' : '=';
				throw new UsageError(`--env takes NAME=value: number ${index + 1} of those given has no ${lacks}.`);
			}
			return [name, value];
		}),
	);
}
