import { pageOf, type Page } from '../page.ts';
import { invalidParameter, invalidToken } from './refuse.ts';

/**
 * A page of a List operation: as many as asked for, at most `limit`.
 * @throws {AwsFault} InvalidParameterException for a page size outside 1 … limit, or a token that is none.
 */
export function listPage<Item>(
	items: readonly Item[],
	input: { readonly maxResults?: number | undefined; readonly nextToken?: string | undefined },
	limit: number,
	usual = limit,
): Page<Item> {
	const { maxResults } = input;
	if (maxResults !== undefined && (maxResults < 1 || maxResults > limit)) {
		throw invalidParameter(`maxResults must be between 1 and ${limit}.`);
	}
	return pageOf(items, maxResults ?? usual, input.nextToken, invalidToken);
}
