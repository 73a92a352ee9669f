import { duration } from './duration.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * `at 18:00 Europe/Berlin (in 3h12m)`; what is a day away or more has its date: `on Mon 23 Nov at 18:00 UTC (in 3d4h)`.
 * In UTC for a zone that this machine does not know.
 */
export function momentWords(at: number, now: number, zone = 'UTC'): string {
	const timeZone = isKnown(zone) ? zone : 'UTC';
	const clock = format(at, timeZone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
	const date = at - now < DAY ? '' : `on ${dateWords(at, now, timeZone)} `;
	const minutes = Math.floor((at - now) / MINUTE);
	return `${date}at ${clock} ${timeZone} (${minutes < 1 ? 'any moment' : `in ${duration(minutes * MINUTE)}`})`;
}

function dateWords(at: number, now: number, timeZone: string): string {
	const year = (time: number) => format(time, timeZone, { year: 'numeric' });
	const date = format(at, timeZone, { weekday: 'short', day: 'numeric', month: 'short' }).replace(',', '');
	return year(at) === year(now) ? date : `${date} ${year(at)}`;
}

function format(at: number, timeZone: string, options: Intl.DateTimeFormatOptions): string {
	return new Intl.DateTimeFormat('en-GB', { ...options, timeZone }).format(at);
}

function isKnown(timeZone: string): boolean {
	try {
		return format(0, timeZone, {}) !== '';
	} catch {
		return false;
	}
}
