import { expect, test } from 'vitest';
import { plainText } from '../../../src/components/segment.ts';
import type { TimelineEntry } from '../../../src/diagnosis/timeline/timeline-entry.ts';
import type { LogLine } from '../../../src/model/log-line.ts';
import { safeText } from '../../../src/model/safe-text.ts';
import type { LogBuffer } from '../../../src/store/log-tail.ts';
import { isMark, markSegments, withMarks } from '../../../src/views/logs/log-marks.ts';
import { NOW, SERVICE_ARN, TASK_ARN } from '../../fixtures/checkout.ts';
import { THEME } from '../../fixtures/theme.ts';

const source = { region: 'r', group: 'g', stream: 's', container: 'app', taskArn: TASK_ARN };
const line = (at: number): LogLine => ({
	eventId: `${at}`,
	timestamp: NOW + at,
	ingestedAt: NOW + at,
	source,
	text: safeText(`line ${at}`),
});
const buffer = (...lines: readonly LogLine[]): LogBuffer => ({
	length: lines.length,
	version: 1,
	at: (index) => lines[index],
});
const entry = (at: number): TimelineEntry => ({
	id: `e${at}`,
	at: NOW + at,
	kind: 'deployment',
	level: 'changing',
	serviceArn: SERVICE_ARN,
	text: `deploy ${at}`,
	place: { kind: 'deployments' },
});
const texts = (lines: LogBuffer) => Array.from({ length: lines.length }, (_, index) => lines.at(index)?.text);

test('what happened stands before the line that came after it, and before those of its millisecond', () => {
	const lines = buffer(line(10), line(20), line(20), line(30));
	expect(texts(withMarks(lines, [entry(99), entry(20), entry(15), entry(12)]))).toEqual([
		'line 10',
		'deploy 12',
		'deploy 15',
		'deploy 20',
		'line 20',
		'line 20',
		'line 30',
		'deploy 99',
	]);
});

test('nothing stands before the oldest line that is held, or where there are none', () => {
	const lines = buffer(line(10));
	expect(withMarks(lines, [entry(5)])).toBe(lines);
	expect(withMarks(buffer(), [entry(5)]).length).toBe(0);
});

test('a mark is a line across, with its time', () => {
	const mark = withMarks(buffer(line(10)), [entry(20_000)]).at(1);
	if (!mark || !isMark(mark)) throw new Error('there is a mark');
	expect(plainText(markSegments(mark, THEME, true, 40))).toBe('── 12:04:30 ⟳ deploy 20000 ─────────────');
});
