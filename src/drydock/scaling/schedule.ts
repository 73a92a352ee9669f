import { DAY, HOUR, MINUTE } from '../world/clock.ts';
import type { ScheduledActionState } from '../world/scaling.ts';

const UNITS: Readonly<Record<string, number>> = { minute: MINUTE, hour: HOUR, day: DAY };
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;
/** Cron of AWS counts Sunday as 1. */
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] as const;

/**
 * Whether a scheduled action is due in the minute that starts at `minute` (epoch ms). Schedules are `at(…)`,
 * `rate(…)` and `cron(…)` in the action's time zone (Application Auto Scaling user guide, scheduled scaling).
 */
export function isDue(action: ScheduledActionState, minute: number): boolean {
	const { schedule, timezone = 'UTC', startTime = 0, endTime = Number.POSITIVE_INFINITY } = action;
	if (minute < startTime || minute > endTime) return false;
	const [, kind, text = ''] = /^(at|rate|cron)\((.*)\)$/.exec(schedule) ?? [];
	if (kind === 'at') return text.slice(0, 16) === localTime(minute, timezone).text;
	if (kind === 'rate') return isRateDue(text, minute, Math.max(startTime, action.createdAt));
	return kind === 'cron' && isCronDue(text, localTime(minute, timezone));
}

/** Whether a text is a schedule. */
export function isSchedule(schedule: string): boolean {
	return (
		/^at\(\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\)$/.test(schedule) ||
		/^rate\([1-9]\d* (minute|hour|day)s?\)$/.test(schedule) ||
		/^cron\(\S+( \S+){5}\)$/.test(schedule)
	);
}

/** Whether a text is a time zone's canonical name (`Europe/Berlin`). */
export function isTimeZone(name: string): boolean {
	try {
		return new Intl.DateTimeFormat('en-GB', { timeZone: name }).resolvedOptions().timeZone !== '';
	} catch {
		return false;
	}
}

function isRateDue(text: string, minute: number, since: number): boolean {
	const [count, unit = ''] = text.split(' ');
	const period = Number(count) * (UNITS[unit.replace(/s$/, '')] ?? Number.NaN);
	const passed = minute - Math.floor(since / MINUTE) * MINUTE;
	return passed > 0 && passed % period === 0;
}

type LocalTime = { readonly text: string; readonly fields: readonly number[] };

/** Minutes, hours, day of month, month, day of week, year. */
function isCronDue(text: string, { fields }: LocalTime): boolean {
	const names = [[], [], [], MONTHS, WEEKDAYS, []] as const;
	return text.split(' ').every((part, index) => fieldMatches(part, fields[index] ?? 0, names[index] ?? []));
}

function fieldMatches(part: string, value: number, names: readonly string[]): boolean {
	return part.split(',').some((choice) => {
		const [range = '', step] = choice.split('/');
		const [from, to] = range === '*' || range === '?' ? [0, 9999] : bounds(range, names, step !== undefined);
		return value >= from && value <= to && (step === undefined || (value - from) % Number(step) === 0);
	});
}

function bounds(range: string, names: readonly string[], isOpen: boolean): readonly [number, number] {
	const [first = '', last] = range.split('-').map((text) => {
		const name = names.indexOf(text.toUpperCase());
		return name === -1 ? text : String(name + 1);
	});
	return [Number(first), Number(last ?? (isOpen ? 9999 : first))];
}

function localTime(at: number, timeZone: string): LocalTime {
	const format = new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'short', timeStyle: 'short' });
	const [, day = '', month = '', year = '', hour = '', minute = ''] =
		/^(\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(format.format(at)) ?? [];
	const weekday = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDay() + 1;
	return {
		text: `${year}-${month}-${day}T${hour}:${minute}`,
		fields: [minute, hour, day, month, weekday, year].map(Number),
	};
}
