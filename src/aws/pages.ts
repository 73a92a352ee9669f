/** One page of a listing, and the token of the next one. */
export type Page<T> = { readonly items: readonly T[]; readonly nextToken: string | undefined };

/**
 * All pages of a listing, to its end. An empty token ends it, and so does one that was there before: some servers
 * repeat the last page for ever.
 */
export async function* pages<T>(
	fetchPage: (nextToken: string | undefined) => Promise<Page<T>>,
): AsyncGenerator<readonly T[]> {
	const seen = new Set<string>();
	let token: string | undefined;
	do {
		const page = await fetchPage(token);
		yield page.items;
		token = page.nextToken;
		if (token) {
			if (seen.has(token)) return;
			seen.add(token);
		}
	} while (token);
}

/** The items of all pages in one list. */
export async function allItems<T>(
	fetchPage: (nextToken: string | undefined) => Promise<Page<T>>,
): Promise<readonly T[]> {
	const items: T[] = [];
	for await (const page of pages(fetchPage)) items.push(...page);
	return items;
}
