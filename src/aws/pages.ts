import { createPageTokens } from './page-tokens.ts';

/** One page of a listing, and the token of the next one. */
export type Page<T> = { readonly items: readonly T[]; readonly nextToken: string | undefined };

/** All pages of a listing, to its end. */
export async function* pages<T>(
	fetchPage: (nextToken: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
	const tokens = createPageTokens();
	let token: string | undefined;
	do {
		const page = await fetchPage(token);
		yield page.items;
		token = tokens.next(page.nextToken);
	} while (token !== undefined);
}

/** The items of all pages in one list. */
export async function allItems<T>(
	fetchPage: (nextToken: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
	const items: T[] = [];
	for await (const page of pages(fetchPage)) items.push(...page);
	return items;
}
