import { Buffer } from 'node:buffer';
import type { LogEvent } from '../aws/aws.ts';
import type { LogLine, LogSource } from '../model/log-line.ts';
import { safeText, type SafeText } from '../model/safe-text.ts';

/** An event as a line to keep: clean, without the line break at its end, and no larger in memory than its text. */
export function lineOf({ eventId, timestamp, ingestedAt, message }: LogEvent, source: LogSource): LogLine {
	let end = message.length;
	while (message[end - 1] === '\n' || message[end - 1] === '\r') end--;
	const text = safeText(end === message.length ? message : message.slice(0, end));
	return { eventId, timestamp, ingestedAt, source, text: text === message ? text : compact(text) };
}

/** A string put together from pieces of another one keeps that one in memory: 200 KB for a line that was cut. */
function compact(text: SafeText): SafeText {
	return Buffer.from(text).toString() as SafeText;
}
