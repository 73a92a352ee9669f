import {
	average,
	merged,
	percentile,
	type MetricBook,
	type MetricName,
	type StatisticSet,
} from '../../load/metric-book.ts';
import type { AlarmBook } from '../../scaling/alarm-book.ts';
import { AwsFault } from '../../wire/handler.ts';
import { MINUTE, SECOND } from '../../world/clock.ts';
import type { World } from '../../world/world.ts';

/** What a caller of CloudWatch looks at. */
export type Look = {
	readonly world: World;
	readonly book: MetricBook;
	readonly alarms: AlarmBook;
	readonly region: string;
};

/** A minute's data is there about a minute after it ended. */
const PUBLISHED_AFTER = MINUTE;

export function isPublished({ clock }: World, minute: number): boolean {
	return minute + MINUTE + PUBLISHED_AFTER <= clock.now;
}

/** One data point: the statistics of a period that starts at `at` (epoch ms). */
export type PeriodStatistics = StatisticSet & { readonly at: number };

/**
 * The data of a metric of a service, cluster or capacity provider by periods (seconds) that start in [from, to) (epoch ms), oldest first; periods
 * without data are left out. CloudWatch lays periods on the clock, and gives the one that `from` falls into whole.
 */
export function periods(
	{ world, book }: Look,
	arn: string,
	metric: MetricName,
	{ from, to, periodSeconds }: { readonly from: number; readonly to: number; readonly periodSeconds: number },
): PeriodStatistics[] {
	const minutes = book.get(arn);
	const periodMs = periodSeconds * SECOND;
	const found: PeriodStatistics[] = [];
	if (minutes === undefined) return found;
	const oldest = Math.min(...minutes.keys()) * MINUTE;
	const start = Math.max(from, oldest);
	for (let at = start - (start % periodMs); at < to; at += periodMs) {
		const sets: StatisticSet[] = [];
		for (let time = Math.ceil(at / MINUTE) * MINUTE; time < at + periodMs; time += MINUTE) {
			const set = isPublished(world, time) ? minutes.get(time / MINUTE)?.[metric] : undefined;
			if (set !== undefined) sets.push(set);
		}
		const whole = merged(sets);
		if (whole !== undefined) found.push({ at, ...whole });
		if (at > world.clock.now) break;
	}
	return found;
}

/** The statistics that every metric has (CloudWatch user guide, statistics definitions). */
export const STATISTICS = ['SampleCount', 'Average', 'Sum', 'Minimum', 'Maximum'];

/** A statistic by CloudWatch's name for it, percentiles (`p95`, `p99.9`) included. @throws {AwsFault} for any other */
export function statistic(name: string, set: StatisticSet): number {
	switch (name) {
		case 'Average':
			return average(set);
		case 'Sum':
			return set.sum;
		case 'Minimum':
			return set.minimum;
		case 'Maximum':
			return set.maximum;
		case 'SampleCount':
			return set.sampleCount;
		default:
			return percentile(set, percentOf(name));
	}
}

/** The percent of a percentile's name. @throws {AwsFault} InvalidParameterValueException */
export function percentOf(name: string): number {
	const percent = Number(/^p(\d{1,3}(\.\d{1,10})?)$/.exec(name)?.[1]);
	if (percent <= 100) return percent;
	throw notValid();
}

/** Seconds, on the minute or one of those of high resolution. @throws {AwsFault} InvalidParameterValueException */
export function checkPeriod(member: string, period: number): void {
	if ([1, 5, 10, 20, 30].includes(period) || (period >= 60 && period % 60 === 0)) return;
	throw invalidValue(`The parameter ${member} must be a multiple of 60.`);
}

/** @throws {AwsFault} ValidationError */
export function checkRange({ from, to }: { readonly from: number; readonly to: number }): void {
	if (from >= to) throw validationError('The parameter StartTime must be less than the parameter EndTime.');
}

/** In AWS's own words for this error (CloudWatch API reference, common errors), where what it says in the case is not known. */
function notValid(): AwsFault {
	return invalidValue('The value of an input parameter is bad or out-of-range.');
}

function invalidValue(message: string): AwsFault {
	return new AwsFault('InvalidParameterValueException', message);
}

export function validationError(message: string): AwsFault {
	return new AwsFault('ValidationError', message);
}

export function invalidToken(): AwsFault {
	return new AwsFault('InvalidNextToken', 'Invalid NextToken');
}
