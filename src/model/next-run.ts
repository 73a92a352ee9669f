import { Cron } from 'croner';
import type { ScheduledAction } from './scaling.ts';

/** When it acts next, epoch ms; `never` when its time is over; `unclear` for a schedule that cannot be worked out here. */
export type NextRun = number | 'never' | 'unclear';

type Timing = Pick<ScheduledAction, 'schedule' | 'timezone' | 'startTime' | 'endTime' | 'createdAt'>;

const PERIODS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** The last value of each field of AWS's cron: minutes, hours, day of month, month, day of week, year. */
const LAST = [59, 23, 31, 12, 7, 2199];

const DAY_OF_WEEK = 4;

/**
 * The first run after `now` (epoch ms) of `at(…)`, `rate(…)` or `cron(…)` in the action's time zone, within its start and
 * end (Application Auto Scaling user guide, "Schedule recurring scaling actions using cron expressions").
 */
export function nextRun(action: Timing, now: number): NextRun {
	const { schedule, startTime, endTime = Number.POSITIVE_INFINITY } = action;
	const [, kind, text = ''] = /^(at|rate|cron)\((.*)\)$/u.exec(schedule.trim()) ?? [];
	// A run at the very start counts.
	const from = startTime === undefined ? now : Math.max(now, startTime - 1);
	const next = kind === 'rate' ? nextOfRate(text, action, from) : nextOfCron(kind, text, action, from);
	return typeof next === 'number' && next > endTime ? 'never' : next;
}

function nextOfRate(text: string, { startTime, createdAt }: Timing, from: number): NextRun {
	const [, count = '', unit = ''] = /^(\d+) (minute|hour|day)s?$/u.exec(text.trim()) ?? [];
	const period = Number(count) * (PERIODS[unit] ?? Number.NaN);
	const since = startTime ?? (createdAt === undefined ? undefined : createdAt + period);
	if (since === undefined || !(period > 0)) return 'unclear';
	return from < since ? since : since + (Math.floor((from - since) / period) + 1) * period;
}

function nextOfCron(kind: string | undefined, text: string, { timezone = 'UTC' }: Timing, from: number): NextRun {
	if (kind === undefined) return 'unclear';
	try {
		const pattern = kind === 'at' ? text.trim() : `0 ${cronFields(text)}`;
		const cron = new Cron(pattern, { timezone, paused: true, alternativeWeekdays: true });
		// oxlint-disable-next-line no-restricted-globals -- the library wants one, and it is of the time that is handed in
		return cron.nextRun(new Date(from))?.getTime() ?? 'never';
	} catch {
		return 'unclear';
	}
}

/** AWS counts from a number on (`0/15`) and calls Saturday the last day (`L`); the library wants a range and a number. */
function cronFields(text: string): string {
	const fields = text.trim().split(/\s+/u);
	if (fields.length !== LAST.length) throw new RangeError('AWS cron expressions have six fields.');
	return fields
		.map((field, index) =>
			field
				.split(',')
				.map((part) => (index === DAY_OF_WEEK && part === 'L' ? '7' : openRange(part, LAST[index])))
				.join(','),
		)
		.join(' ');
}

function openRange(part: string, last: number | undefined): string {
	return part.replace(/^(\w+)\/(\d+)$/u, `$1-${last}/$2`).replace(/^\//u, '*/');
}
