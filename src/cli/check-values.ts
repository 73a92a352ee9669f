import { UsageError } from './usage-error.ts';

/** Options that may stand several times. */
const REPEATABLE: ReadonlySet<string> = new Set([
	'kind',
	'region',
	'cluster',
	'c',
	'_',
	'env',
	'unset-env',
	'unsetEnv',
	'tasks',
]);

/**
 * Refuses what the parser lets pass: an option that stands twice, one without a value, and a number that is none.
 * @throws {UsageError}
 */
export function checkValues(args: Readonly<Record<string, unknown>>): true {
	for (const [name, value] of Object.entries(args)) {
		const option = name.length === 1 ? `-${name}` : `--${name}`;
		if (Array.isArray(value) && !REPEATABLE.has(name)) throw new UsageError(`${option} can be given only once.`);
		if (Array.isArray(value) && value.length === 0 && name !== '_') throw new UsageError(`${option} needs a value.`);
		if (Number.isNaN(value)) throw new UsageError(`${option} needs a number.`);
	}
	return true;
}
