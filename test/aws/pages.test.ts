import { expect, test } from 'vitest';
import { allItems } from '../../src/aws/pages.ts';

/** A listing of these pages; `tokens[n]` leads to page n + 1. */
function listing(items: readonly (readonly string[])[], tokens: readonly string[]) {
	const asked: (string | undefined)[] = [];
	const fetchPage = async (token: string | undefined) => {
		const page = asked.push(token) - 1;
		return { items: items[page] ?? [], nextToken: tokens[page] };
	};
	return { asked, fetchPage };
}

test('a listing is read to its last page', async () => {
	const { asked, fetchPage } = listing([['checkout'], ['payments'], ['search']], ['a', 'b']);
	expect(await allItems(fetchPage)).toEqual(['checkout', 'payments', 'search']);
	expect(asked).toEqual([undefined, 'a', 'b']);
});

test('an empty page in the middle does not end the listing', async () => {
	const { fetchPage } = listing([['checkout'], [], ['search']], ['a', 'b']);
	expect(await allItems(fetchPage)).toEqual(['checkout', 'search']);
});

test('an empty token ends the listing', async () => {
	const { asked, fetchPage } = listing([['checkout'], ['payments']], ['']);
	expect(await allItems(fetchPage)).toEqual(['checkout']);
	expect(asked).toHaveLength(1);
});

test('a token that comes again ends the listing', async () => {
	const { asked, fetchPage } = listing([['checkout'], ['payments'], ['payments']], ['a', 'b', 'a', 'b']);
	await allItems(fetchPage);
	expect(asked).toEqual([undefined, 'a', 'b']);
});
