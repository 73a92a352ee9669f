/** One page of a list, and the token for the next one if there is one. */
export type Page<Item> = { readonly items: readonly Item[]; readonly nextToken: string | undefined };

/**
 * The page that a token stands for, or the first one.
 * @throws what `refusal` makes, for a token that no page gave.
 */
export function pageOf<Item>(
	items: readonly Item[],
	size: number,
	token: string | undefined,
	refusal: () => Error,
): Page<Item> {
	const start = token === undefined ? 0 : startOf(token);
	if (start === undefined) throw refusal();
	const end = start + size;
	return {
		items: items.slice(start, end),
		nextToken: end < items.length ? tokenOf(end) : undefined,
	};
}

function tokenOf(start: number): string {
	return Buffer.from(String(start)).toString('base64url');
}

/** Undefined for anything but what `tokenOf` makes: Node decodes any text, leaving out what is not base64. */
function startOf(token: string): number | undefined {
	const start = Number.parseInt(Buffer.from(token, 'base64url').toString(), 10);
	return start > 0 && tokenOf(start) === token ? start : undefined;
}
