import type { TimelineEntry } from '../../diagnosis/timeline/timeline-entry.ts';
import { age } from '../../model/age.ts';
import { lastSegment } from '../../model/arn.ts';
import { dateTime, zone } from '../clock.ts';
import type { TextLine } from '../text-line.ts';
import { paragraph } from '../wrap.ts';

export type DetailLook = { readonly now: number; readonly utc: boolean; readonly width: number };

/** The whole of an entry: its text, when it was, to the second and relative, and what else is known of it. */
export function entryDetail(entry: TimelineEntry, { now, utc, width }: DetailLook): readonly TextLine[] {
	const { at, kind, serviceArn, text, detail = [], since, count = 1 } = entry;
	const times = count > 1 && since !== undefined ? [`${count} times since ${dateTime(since, utc)}`] : [];
	const when = [
		`${dateTime(at, utc)} ${zone(at, utc)}`,
		`${age(at, now)} ago`,
		kind,
		lastSegment(serviceArn),
		...times,
	];
	return [
		...paragraph(text, width, 'strong'),
		...paragraph(when.join(' · '), width, 'dim'),
		...detail.flatMap((words) => paragraph(words, width)),
	];
}

/** As it goes to the clipboard: in UTC, whatever the screen shows. */
export function entryText({ at, kind, serviceArn, text }: TimelineEntry): string {
	return `${dateTime(at, true)} UTC  ${lastSegment(serviceArn)}  ${kind}  ${text}`;
}
