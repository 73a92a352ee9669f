import { AwsFault } from '../wire/handler.ts';

/** Refuses a value that an enumeration does not have. @throws {AwsFault} with the error `code` that the service has for it. */
export function checkEnum(code: string, member: string, value: string | undefined, allowed: readonly string[]): void {
	if (value === undefined || allowed.includes(value)) return;
	throw new AwsFault(
		code,
		`1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: Member must satisfy enum value set: [${allowed.join(', ')}]`,
	);
}

/** Bounds of a member's value or, of a list, its length; both included. */
export type Bounds = { readonly min: number; readonly max: number };

/**
 * Refuses a number or list outside its bounds, worded as AWS's services word it.
 * @throws {AwsFault} with the error `code` that the service has for it.
 */
export function checkBounds(
	code: string,
	member: string,
	value: number | readonly unknown[] | undefined,
	{ min, max }: Bounds,
): void {
	if (value === undefined) return;
	const measured = typeof value === 'number' ? value : value.length;
	if (measured >= min && measured <= max) return;
	const shown = typeof value === 'number' ? String(value) : `[${value.join(', ')}]`;
	const what = typeof value === 'number' ? 'value' : 'length';
	const bound = measured < min ? `greater than or equal to ${min}` : `less than or equal to ${max}`;
	throw new AwsFault(
		code,
		`1 validation error detected: Value '${shown}' at '${member}' failed to satisfy constraint: Member must have ${what} ${bound}`,
	);
}
