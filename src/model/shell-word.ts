/** One word for a POSIX shell, whatever is in it. */
export function shellWord(text: string): string {
	return /^[\w@%+:,./-]+$/u.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
