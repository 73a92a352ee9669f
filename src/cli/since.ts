import { parseDuration } from './duration.ts';
import { UsageError } from './usage-error.ts';

/** `2026-11-20T12:00Z`, `2026-11-20T12:00:30+09:00`: a time without its zone would be another one on another machine. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/u;

/**
 * Since when, epoch ms: `2h` ago, or a time.
 * @throws {UsageError} when the text is neither
 */
export function parseSince(text: string, now: number): number {
	if (!/^\d{4}-/u.test(text)) return now - parseDuration(text);
	const time = TIME.test(text) ? Date.parse(text) : Number.NaN;
	if (Number.isNaN(time)) {
		throw new UsageError(
			`"${text}" is not a time: write it with its zone, as 2026-11-20T12:00Z or 2026-11-20T21:00+09:00.`,
		);
	}
	return time;
}
