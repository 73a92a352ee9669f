/** `12:04:10`, in the person's zone or in UTC. */
export function timeOfDay(time: number, utc: boolean): string {
	return parts(time, utc).time;
}

/** `12:04:10` today, `11-19 12:04:10` on another day of the year, `2025-11-19 12:04:10` before. */
export function moment(time: number, now: number, utc: boolean): string {
	const then = parts(time, utc);
	const today = parts(now, utc);
	if (then.date === today.date) return then.time;
	return then.date.slice(0, 4) === today.date.slice(0, 4) ? `${then.date.slice(5)} ${then.time}` : dateTime(time, utc);
}

/** `2026-11-20 12:04:10`. */
export function dateTime(time: number, utc: boolean): string {
	const { date, time: clock } = parts(time, utc);
	return `${date} ${clock}`;
}

function parts(time: number, utc: boolean): { readonly date: string; readonly time: string } {
	// oxlint-disable no-restricted-globals -- a time that was given becomes words here; no clock is read.
	const offset = utc ? 0 : new Date(time).getTimezoneOffset() * 60_000;
	const iso = new Date(time - offset).toISOString();
	// oxlint-enable no-restricted-globals
	return { date: iso.slice(0, 10), time: iso.slice(11, 19) };
}
