import { cellWidth, fit } from '../../components/cell-width.ts';
import type { Segment } from '../../components/segment.ts';
import type { Theme } from '../../components/theme.ts';
import { shortTaskId } from '../../model/arn.ts';
import type { LogLine, LogSource } from '../../model/log-line.ts';
import { timeOfDay } from '../clock.ts';
import { levelWords, readableText } from './log-text.ts';

export type LogLook = {
	readonly theme: Theme;
	readonly utc: boolean;
	readonly raw: boolean;
	/** Cells of the widest container name; 0 where there is but one container. */
	readonly containerWidth: number;
	/** By task ARN. */
	readonly colors: ReadonlyMap<string, string>;
	readonly marks: RegExp | undefined;
	/** The match that one went to: pointed at, for terminals without colours. */
	readonly isMatch: boolean;
};

/** Cells a container's name may take. */
const CONTAINER_WIDTH = 14;

/** Room for the names of the containers, when there are several to tell apart. */
export function containerWidth(sources: readonly LogSource[]): number {
	const names = new Set(sources.map(({ container }) => container));
	return names.size < 2 ? 0 : Math.min(CONTAINER_WIDTH, Math.max(...[...names].map(cellWidth)));
}

/** `12:04:01.233 3f2a1b app  INFO listening`, in pieces of one style. */
export function logSegments({ timestamp, source, text }: LogLine, look: LogLook): readonly Segment[] {
	const { theme, utc, raw } = look;
	const task = shortTaskId(source.taskArn);
	const milliseconds = String(timestamp % 1000).padStart(3, '0');
	const container =
		look.containerWidth === 0 ? '' : ` ${fit(source.container, look.containerWidth, 'left', theme.glyphs.ellipsis)}`;
	return [
		{
			text: `${timeOfDay(timestamp, utc)}.${milliseconds}${look.isMatch ? theme.glyphs.selected : ' '}`,
			color: theme.dim,
		},
		{ text: `${task}${container} `, color: look.colors.get(source.taskArn) },
		...levelWords(raw ? text : readableText(text)).flatMap((word) =>
			marked(word.text, look.marks, word.level === undefined ? {} : { color: theme[word.level], bold: true }),
		),
	];
}

/** The text with what is looked for inverted. */
function marked(text: string, marks: RegExp | undefined, style: Omit<Segment, 'text'>): readonly Segment[] {
	if (!marks) return [{ ...style, text }];
	const pieces: Segment[] = [];
	let from = 0;
	for (const found of text.matchAll(marks)) {
		if (found[0] === '') continue;
		pieces.push({ ...style, text: text.slice(from, found.index) }, { ...style, text: found[0], inverse: true });
		from = found.index + found[0].length;
	}
	return [...pieces, { ...style, text: text.slice(from) }].filter((piece) => piece.text !== '');
}
