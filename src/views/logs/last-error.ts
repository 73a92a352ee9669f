import type { LogBuffer } from '../../store/log-tail.ts';
import { readableText } from './log-text.ts';

/** Lines that are looked through, from the newest: it is asked again every second. */
const MOST = 20_000;

/** Of the task's own lines, those in which its last error has to be. */
const LAST = 100;

/** What was thrown, by its name: `KeyError: 'SEARCH_INDEX_URL'`. What is said after it (`Worker failed to boot`) explains less. */
const THROWN = /(?:Error|Exception|panic|Panic)(?:\s\([^)]*\))?:\s/u;

const ERROR = /error|exception|fatal|panic|critical|cannot|failed/iu;

/** The last line with an error that a task wrote, for people; the frames of a stack trace, which are indented, say less. */
export function lastError(lines: LogBuffer, taskArn: string): string | undefined {
	const end = Math.max(0, lines.length - MOST);
	let found: string | undefined;
	let seen = 0;
	for (let index = lines.length - 1; index >= end && seen < LAST; index--) {
		const line = lines.at(index);
		if (line?.source.taskArn !== taskArn) continue;
		seen++;
		if (/^\s/u.test(line.text)) continue;
		const text = readableText(line.text);
		if (THROWN.test(text)) return text;
		if (ERROR.test(text)) found ??= text;
	}
	return found;
}
