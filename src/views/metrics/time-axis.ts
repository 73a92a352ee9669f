import { timeOfDay } from '../clock.ts';
import type { MetricSeries } from '../../model/metrics.ts';

/** Cells of `12:04`. */
const LABEL = 5;

/** The times under a chart of `width` cells: its beginning, its end, and as many between as have room. */
export function timeAxis(series: MetricSeries, width: number, utc: boolean): string {
	const { startedAt, periodMs, values } = series;
	const span = Math.max(1, values.length - 1) * periodMs;
	const parts = Math.max(1, Math.min(6, Math.floor(width / (LABEL * 4))));
	const cells = Array.from({ length: Math.max(0, width) }, () => ' ');
	for (let part = 0; part <= parts; part += 1) {
		const label = timeOfDay(startedAt + (span * part) / parts, utc).slice(0, LABEL);
		const left = Math.round(((width - LABEL) * part) / parts);
		if (left >= 0) cells.splice(left, LABEL, ...label);
	}
	return cells.slice(0, Math.max(0, width)).join('');
}
