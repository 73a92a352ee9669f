/** The word that somebody may have meant: it begins alike, and is at most two letters off, and not more than half of them. */
export function closest(typed: string, words: readonly string[]): string | undefined {
	const [best] = words
		.map((word) => ({ word, distance: distance(typed, word) }))
		.filter((each) => each.word[0] === typed[0] && each.distance <= Math.min(2, each.word.length / 2))
		.toSorted((a, b) => a.distance - b.distance);
	return best?.word;
}

/** Letters to add, drop or change to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
	let row = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (const [index, letter] of [...from].entries()) {
		const above = row;
		row = [index + 1];
		for (const [column, other] of [...to].entries()) {
			const [left = 0, top = 0, diagonal = 0] = [row[column], above[column + 1], above[column]];
			row.push(Math.min(left + 1, top + 1, diagonal + (letter === other ? 0 : 1)));
		}
	}
	return row.at(-1) ?? 0;
}
