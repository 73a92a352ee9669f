import type { Binding } from '../keymap/binding.ts';
import { fuzzyFind } from './fuzzy-find.ts';
import type { ViewContext } from '../views/pane.ts';

export type PaletteEntry = {
	readonly binding: Binding<ViewContext>;
	/** Characters of the label that were asked for, to be shown bold. */
	readonly matched: ReadonlySet<number>;
};

/** Keys everybody knows by heart and nobody looks up by name. */
const UNLISTED = /^(?:move\.|back$|palette$)/u;

/** Where one can go is looked up by name more often than how to sort. */
function isView({ id }: Binding<ViewContext>): boolean {
	return id.startsWith('open.');
}

/**
 * What can be done here and now: labels that match, best first, then those whose help has the words.
 * @param things found by their names alone, once something was typed
 */
export function paletteEntries(
	scopes: readonly (readonly Binding<ViewContext>[])[],
	text: string,
	things: readonly Binding<ViewContext>[] = [],
): readonly PaletteEntry[] {
	const words = text.trim().toLowerCase();
	const listed = scopes.flat().filter(({ id }) => !UNLISTED.test(id));
	const bindings = listed
		.filter(({ id }, index) => listed.findIndex((other) => other.id === id) === index)
		.toSorted((a, b) => Number(isView(b)) - Number(isView(a)));
	const named = words === '' ? bindings : [...bindings, ...things];
	const found = fuzzyFind(named, ({ label }) => label, words);
	const labelled = new Set(found.map(({ item }) => item));
	// A letter or two are in almost every sentence.
	const helped = bindings.filter(
		(binding) => words.length > 2 && !labelled.has(binding) && binding.help?.toLowerCase().includes(words),
	);
	return [
		...found.map(({ item, positions }) => ({ binding: item, matched: positions })),
		...helped.map((binding) => ({ binding, matched: new Set<number>() })),
	];
}
