import { UsageError } from './usage-error.ts';

const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/**
 * `90s`, `15m`, `2h`, `1d` in milliseconds.
 * @throws {UsageError} when the text is not a duration
 */
export function parseDuration(text: string): number {
	const [, count, unit] = /^(\d+)([smhd])$/u.exec(text) ?? [];
	const ms = Number(count) * (UNITS[unit ?? ''] ?? Number.NaN);
	if (Number.isNaN(ms)) throw new UsageError(`"${text}" is not a duration: write 90s, 15m, 2h or 1d.`);
	return ms;
}
