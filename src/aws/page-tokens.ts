/** The tokens of one listing. */
export type PageTokens = {
	/** The token to go on with; undefined where the listing ends. */
	next(token: string | undefined): string | undefined;
};

/** An empty token ends a listing, and so does one that was there before: some servers repeat their pages for ever. */
export function createPageTokens(): PageTokens {
	const seen = new Set<string>();
	return {
		next(token) {
			if (!token || seen.has(token)) return undefined;
			seen.add(token);
			return token;
		},
	};
}
