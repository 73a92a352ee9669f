import { cellWidth, fit } from '../../components/cell-width.ts';
import type { Theme } from '../../components/theme.ts';
import { age } from '../../model/age.ts';
import { dateTime, timeOfDay } from '../clock.ts';
import { line, span, type TextLine, type Tone } from '../text-line.ts';
import { wrapText } from '../wrap.ts';
import type { Happening } from './timeline.ts';

/** Cells a service's name may take from what happened to it. */
const LONGEST_NAME = 24;

export type EventLineOptions = {
	readonly now: number;
	readonly utc: boolean;
	readonly theme: Theme;
	readonly width: number;
	/** Events of several services: each line says whose. */
	readonly named: boolean;
};

/** `12:04:10  2m  ✖ task 77aa10 stopped: exit 137 ×3`, with a line between days. */
export function eventLines(happenings: readonly Happening[], options: EventLineOptions): readonly TextLine[] {
	const { now, utc } = options;
	const widest = Math.max(0, ...happenings.map(({ serviceName }) => cellWidth(serviceName)));
	const nameWidth = options.named ? Math.min(widest, LONGEST_NAME) : 0;
	let day = dayOf(now, utc);
	return happenings.flatMap((happening) => {
		const lines = happeningLines(happening, nameWidth, options);
		if (dayOf(happening.at, utc) === day) return lines;
		day = dayOf(happening.at, utc);
		return [line(`─── ${day} ───`, 'dim'), ...lines];
	});
}

function happeningLines(
	{ at, meaning, serviceName, text, count }: Happening,
	nameWidth: number,
	{ now, utc, theme, width }: EventLineOptions,
): readonly TextLine[] {
	const tone: Tone | undefined = meaning === 'routine' ? undefined : meaning;
	const mark = meaning === 'routine' ? ' ' : theme.glyphs[meaning];
	const head = [
		span(`${timeOfDay(at, utc)} ${age(at, now).padStart(5)}  `, 'dim'),
		span(`${mark} `, tone),
		...(nameWidth > 0 ? [span(`${fit(serviceName, nameWidth)}  `, 'strong')] : []),
	];
	const indent = head.reduce((sum, part) => sum + cellWidth(part.text), 0);
	const words = count > 1 ? `${text} ×${count}` : text;
	const [first = '', ...rest] = wrapText(words, Math.max(8, width - indent));
	const body: Tone | undefined = meaning === 'routine' ? 'dim' : undefined;
	return [[...head, span(first, body)], ...rest.map((piece) => [span(' '.repeat(indent)), span(piece, body)])];
}

/** `2026-11-20` */
function dayOf(time: number, utc: boolean): string {
	return dateTime(time, utc).slice(0, 10);
}
