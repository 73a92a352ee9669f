/**
 * ASCII and the signs and borders of the console, for the inside of a pattern's brackets: characters of one cell, each
 * a grapheme of its own wherever it stands among others of these.
 */
export const SIGNS = String.raw`\x20-\x7e\xb7\u2026\u2190-\u2193\u2500-\u259f\u25b2\u25cf\u27f3\u2714\u2716`;
