import { Fzf } from 'fzf';

export type FuzzyMatch<Item> = {
	readonly item: Item;
	/** Which characters of its name were asked for. */
	readonly positions: ReadonlySet<number>;
};

/** The items whose name has the letters in their order, best first; all of them for an empty text. */
export function fuzzyFind<Item>(
	items: readonly Item[],
	nameOf: (item: Item) => string,
	text: string,
): readonly FuzzyMatch<Item>[] {
	// fzf's own types do not resolve under Node's module rules: what it answers is typed here.
	const finder = new Fzf(items, { selector: (item: Item) => nameOf(item) });
	const found: readonly FuzzyMatch<Item>[] = finder.find(text);
	return found;
}
