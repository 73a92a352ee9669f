const ENTITIES: Readonly<Record<string, string>> = {
	'&quot;': '"',
	'&#34;': '"',
	'&#39;': "'",
	'&#x27;': "'",
	'&apos;': "'",
	'&lt;': '<',
	'&gt;': '>',
	'&nbsp;': ' ',
	'&amp;': '&',
};

/** Text that was copied out of JSON (`\"`, `\n`, also escaped twice), of HTML (`&quot;`, `<code>`), or of Markdown (`**`). */
export function plain(text: string): string {
	return (
		text
			.replaceAll(
				/&(?:quot|#34|#39|#x27|apos|lt|gt|nbsp|amp);/giu,
				(entity) => ENTITIES[entity.toLowerCase()] ?? entity,
			)
			.replaceAll(/<\/?(?:code|br|p|b|i|em|strong|span|pre|td|tr|li)\s?\/?>/giu, ' ')
			.replaceAll(/\\{1,4}u(?<hex>00(?:[2-6][\da-f]|7[\da-e])|201[89cd])/giu, (_, hex: string) =>
				String.fromCodePoint(Number.parseInt(hex, 16)),
			)
			// `C:\node.exe` is a path of Windows, no line break.
			.replaceAll(/\b[A-Za-z]:\\\S{1,300}|\\{1,4}[nrt]/gu, (found) => (found.startsWith('\\') ? ' ' : found))
			.replaceAll(/\\{1,4}(?=["'|/])/gu, '')
			.replaceAll(/\*\*|```/gu, '')
	);
}
