/**
 * Structural sharing: returns a value deep-equal to `next` that reuses every part of `previous` that did not
 * change, and `previous` itself when nothing did. For plain data only: primitives, arrays, plain objects.
 *
 * Array elements with a string `id` (service events, deployments) are matched by it, so an event that comes in at
 * the front does not make a hundred others look new; all else is matched by its place.
 */
export function reconcile<T>(previous: unknown, next: T): T;
export function reconcile(previous: unknown, next: unknown): unknown {
	if (Object.is(previous, next)) return previous;
	if (Array.isArray(next)) return Array.isArray(previous) ? reconcileArray(previous, next) : next;
	if (isRecord(next)) return isRecord(previous) ? reconcileRecord(previous, next) : next;
	return next;
}

function reconcileArray(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
	const byId = new Map(previous.flatMap((item) => (idOf(item) === undefined ? [] : [[idOf(item), item]])));
	const result = next.map((item, index) => reconcile(byId.get(idOf(item)) ?? previous[index], item));
	const same = result.length === previous.length && result.every((item, index) => Object.is(item, previous[index]));
	return same ? previous : result;
}

function reconcileRecord(previous: Plain, next: Plain): Plain {
	const keys = Object.keys(next);
	let same = keys.length === Object.keys(previous).length;
	const entries = keys.map((key) => {
		const known = Object.hasOwn(previous, key);
		const value = reconcile(known ? previous[key] : undefined, next[key]);
		same &&= known && Object.is(value, previous[key]);
		return [key, value] as const;
	});
	// fromEntries defines members instead of assigning them: a key called __proto__ stays a key.
	return same ? previous : Object.fromEntries(entries);
}

type Plain = Readonly<Record<string, unknown>>;

function isRecord(value: unknown): value is Plain {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(item: unknown): string | undefined {
	return isRecord(item) && typeof item['id'] === 'string' ? item['id'] : undefined;
}
