import { expect, test } from 'vitest';
import { plainText } from '../../../src/components/segment.ts';
import type { TimelineEntry } from '../../../src/diagnosis/timeline/timeline-entry.ts';
import { chartMarks, marksLegend } from '../../../src/views/metrics/chart-marks.ts';
import { SERVICE_ARN } from '../../fixtures/checkout.ts';
import { THEME } from '../../fixtures/theme.ts';

const series = { startedAt: 0, periodMs: 60_000, values: Array.from({ length: 20 }, () => 5) };
const entry = (
	kind: TimelineEntry['kind'],
	minute: number,
	level: TimelineEntry['level'] = 'failing',
): TimelineEntry => ({
	id: `${kind} ${minute}`,
	at: minute * 60_000 + 1,
	kind,
	level,
	serviceArn: SERVICE_ARN,
	text: '',
	place: { kind: 'service' },
});

test('each sign stands under its minute; of several, that of a deployment', () => {
	const entries = [entry('stop', 4), entry('stop', 3), entry('deployment', 3), entry('scaling', 19), entry('event', 7)];
	expect(chartMarks(entries, series, 20)).toBe('   Dx              S');
	expect(chartMarks(entries, series, 40)).toBe('      D x                             S');
});

test('a task that AWS took away has its sign as one that died', () => {
	expect(chartMarks([entry('stop', 5, 'degraded')], series, 20)).toBe('     x');
});

test("what is beside the chart, and the end of a task in the day's work, has no sign", () => {
	expect(chartMarks([entry('stop', -1), entry('stop', 20), entry('stop', 5, 'routine')], series, 20)).toBe('');
	expect(chartMarks([entry('stop', 5)], series, 0)).toBe('');
});

test('the signs that are there are explained', () => {
	expect(plainText(marksLegend('  D  x', THEME))).toBe('  D deploy  x task died');
});
