/** A line of a table that has no words: `+------+`. */
const RULE = /^[\s+|=─━│┃┌┐└┘├┤┬┴┼╭╮╰╯-]*$/u;

const MEMBER = '(?:message|stoppedReason|reason|statusReason|rolloutStateReason|statusMessage|description|cause)';

/** What a tool writes in front of the text: the name of the member, in JSON or in a table. */
const LABEL = new RegExp(`^\\s*(?:"${MEMBER}"\\s*:|${MEMBER}\\s*[|│])\\s*`, 'iu');

/** The reason of a container says more than that of its task (Amazon ECS developer guide, "Stopped tasks error codes"). */
const REASON = /^\s*"reason"\s*:\s*"/iu;

/** What a comment or a quotation puts in front of each line. */
const LEADER = /^\s*(?:(?:#|>|\/\/|\*)\s+){1,4}/u;

/**
 * A text that was wrapped, or stands in a table or in JSON, on one line.
 * @param wrapsWords lines that are as long as the longest end within a word
 */
export function joinLines(raw: string, wrapsWords: boolean): string {
	const lines = raw
		.split(/\r\n|[\n\r\u2028\u2029]/u)
		.filter((line) => !RULE.test(line))
		.map((line) => withoutBorder(line.replace(LEADER, '')));
	const labelled = lines.find((line) => REASON.test(line)) ?? lines.find((line) => LABEL.test(line));
	if (labelled !== undefined) return valueOf(labelled);
	if (!wrapsWords) return valueOf(lines.join(' '));
	const width = Math.max(...lines.map(({ length }) => length));
	return valueOf(lines.map((line) => (line.length === width ? line : `${line} `)).join(''));
}

/** `||  message |  (service shop) …  ||` without its bars. */
function withoutBorder(line: string): string {
	let from = 0;
	let to = line.length;
	while (from < to && ' \t|│┃'.includes(line.charAt(from))) from++;
	while (to > from && ' \t|│┃'.includes(line.charAt(to - 1))) to--;
	return line.slice(from, to);
}

/** Of `"message": "…",` what stands between the quotes. */
function valueOf(line: string): string {
	const bare = line.replace(LABEL, '');
	return bare === line ? line : bare.replace(/^"/u, '').replace(/",?\s?$/u, '');
}
