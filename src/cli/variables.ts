import { UsageError } from './usage-error.ts';

/**
 * Environment variables as `--env` has them, `NAME=value` each; the value may be empty.
 * @throws {UsageError} naming the one that is none
 */
export function parseVariables(texts: readonly string[]): Readonly<Record<string, string>> {
	return Object.fromEntries(
		texts.map((text): readonly [string, string] => {
			const [, name, value] = /^([^=]+)=([^]*)$/u.exec(text) ?? [];
			if (name === undefined || value === undefined) throw new UsageError(`--env takes NAME=value, not "${text}".`);
			return [name, value];
		}),
	);
}
