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
	'message',
]);

/** Words of the command line itself, which has no option without a value there. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['_', 'message']);

/**
 * Refuses what the parser lets pass: an option that stands twice, one without a value, and a number that is none.
 * @throws {UsageError}
 */
export function checkValues(args: Readonly<Record<string, unknown>>): true {
	for (const [name, value] of Object.entries(args)) {
		const option = name.length === 1 ? `-${name}` : `--${name}`;
		if (Array.isArray(value) && !REPEATABLE.has(name)) throw new UsageError(`${option} can be given only once.`);
		if (Array.isArray(value) && value.length === 0 && !MAY_BE_LEFT_OUT.has(name))
			throw new UsageError(`${option} needs a value.`);
		if (Number.isNaN(value)) throw new UsageError(`${option} needs a number.`);
	}
	return true;
}
