import { Box } from 'ink';
import type { ReactNode } from 'react';
import { flowSegments } from '../components/flow-segments.ts';
import { Line } from '../components/line.tsx';
import { fitSegments, segmentsWidth, type Segment } from '../components/segment.ts';
import { age } from '../model/age.ts';
import type { AwsFailureKind } from '../model/aws-failure.ts';
import { shortCause } from '../model/failure-words.ts';
import { oldAfter } from '../store/old-after.ts';
import { beginning } from './beginning.ts';
import { moment } from './clock.ts';
import { lastChange } from './last-change.ts';
import type { ViewContext } from './pane.ts';
import { gapWords, serviceGaps } from './service-gaps.ts';
import { mark } from './services/service-columns.ts';
import type { ServiceRow } from './services/service-row.ts';
import { whyDetail } from './why-detail.ts';
import { stepKeys } from './why/step-keys.ts';

export type WhyStripProps = {
	readonly context: ViewContext;
	/** The selected service; undefined while nothing is known. */
	readonly row: ServiceRow | undefined;
	readonly width: number;
	readonly height: number;
};

/** These are mended by a person, at this terminal or the next: the words say how. */
const MENDED_BY_HAND: ReadonlySet<AwsFailureKind> = new Set(['no-credentials', 'expired-credentials', 'unreachable']);

/** What is the matter with the selected service, since when, what changed just before, and what cannot be known. */
export function WhyStrip({ context, row, width, height }: WhyStripProps): ReactNode {
	const { glyphs } = context.theme;
	const room = { width, height, separator: ` ${glyphs.separator} ` };
	const lines = row ? rows(row, context, room) : [];
	return (
		<Box flexDirection="column" width={width} height={height}>
			{(row ? withKeys(lines, row, context, room) : lines).map((segments, index) => (
				// A line has no name of its own: it is its place.
				<Line key={String(index)} segments={segments} width={width} ellipsis={glyphs.ellipsis} />
			))}
		</Box>
	);
}

/** From this width on the cause does not need the last row: the end of what comes after it gives way to a key. */
const GIVES_WAY = 80;
/** Cells of `[w] why` and what parts it from the text; of a longer key it takes more, and is left out. */
const ONE_KEY = 10;

/**
 * What can be done stands at the right of the last line that leaves room for it, or below; where all is full, a part of it
 * does, or the one key that leads to all of it, for which the last line is cut.
 */
function withKeys(
	lines: readonly (readonly Segment[])[],
	row: ServiceRow,
	context: ViewContext,
	{ width, height }: Room,
): readonly (readonly Segment[])[] {
	const atRight = (line: readonly Segment[], keys: readonly Segment[]) => [
		...fitSegments(line, width - segmentsWidth(keys) - 1, 'left', context.theme.glyphs.ellipsis),
		...keys,
	];
	const all = stepKeys(row, context, width - 1);
	const roomBeside = (line: readonly Segment[]): number => width - segmentsWidth(line) - 1;
	if (all.length === 0) return lines;
	const below = lines.length < height && lines.every((line) => roomBeside(line) < segmentsWidth(all));
	if (below) return [...lines, atRight([], all)];
	for (let index = lines.length - 1; index >= 0; index--) {
		const line = lines[index] ?? [];
		const keys = stepKeys(row, context, roomBeside(line));
		if (keys.length > 0) return lines.with(index, atRight(line, keys));
	}
	const keys = width < GIVES_WAY || lines.length < 2 ? [] : stepKeys(row, context, ONE_KEY);
	return keys.length === 0 ? lines : lines.with(-1, atRight(lines.at(-1) ?? [], keys));
}

type Room = { readonly width: number; readonly height: number; readonly separator: string };

/**
 * What, since when, what changed and what AWS refuses each in a row of its own, the details of the cause with it where
 * there is room, else after all that; in the end what does not fit is the least important.
 */
function rows(
	row: ServiceRow,
	context: ViewContext,
	{ width, height, separator }: Room,
): readonly (readonly Segment[])[] {
	const { reason } = row.attention;
	const joint = reason.indexOf('; ');
	const [what, details] = joint === -1 ? [reason, ''] : [reason.slice(0, joint), reason.slice(joint + 2)];
	const after = [lastChange(row, context), trouble(row, context)];
	const detail = whyDetail(row, context);
	const missing = gaps(row, context);
	const whole = written([cause(row, reason, context), ...after, detail, missing]);
	const parted = written([cause(row, what, context), ...after, detail, [{ text: details }], missing]);
	const flowed = parted.flatMap((segments) => flowSegments(segments, width, 3, height));
	const fitting = [whole, parted, flowed].find(
		(lines) => lines.length <= height && lines.every((segments) => segmentsWidth(segments) <= width),
	);
	if (fitting) return fitting;
	const joined = parted.flatMap((segments, index) => [{ text: index === 0 ? ' ' : separator }, ...segments.slice(1)]);
	return flowSegments(joined, width, 3, height);
}

/** The sentences that there are, those after the first set in. */
function written(sentences: readonly (readonly Segment[])[]): readonly (readonly Segment[])[] {
	return sentences
		.filter((segments) => segmentsWidth(segments) > 0)
		.map((segments, index) => [{ text: index === 0 ? ' ' : '   ' }, ...segments]);
}

/** `✖ app fails its health check on every task of :43, since 12:01:40`; `✔ as of 40s ago: 6 of 6 running`, dim. */
function cause(
	{ service, attention }: ServiceRow,
	words: string,
	{ picture, theme, settings, now }: ViewContext,
): readonly Segment[] {
	const { level } = attention;
	const begun = beginning(attention, now, settings.utc);
	const readAt = picture.serviceReadAt[service.serviceArn];
	const failed = picture.services[service.clusterArn]?.failure !== undefined;
	const old = readAt !== undefined && (failed || now - readAt > oldAfter('selected', picture));
	return [
		level === 'fine' ? { text: `${theme.glyphs.well} `, color: theme.dim } : mark(level, theme),
		...(old ? [{ text: `as of ${age(readAt, now)} ago: `, color: theme.degraded }] : []),
		{ text: words, ...(old && { color: theme.dim }) },
		{ text: begun, color: theme.dim },
	];
}

/** `AWS: throttled, since 12:01:40. It is tried again by itself.`: why old data is all there is. */
function trouble({ service }: ServiceRow, { picture, theme, settings, now }: ViewContext): readonly Segment[] {
	const failure = picture.services[service.clusterArn]?.failure;
	if (!failure) return [];
	const since = moment(failure.since, now, settings.utc);
	return [{ text: `AWS: ${shortCause(failure)}, since ${since}. ${failure.next}`, color: theme.degraded }];
}

/** `CPU not known: no permission cloudwatch:GetMetricData`; not while all fails, and `trouble` says why. */
function gaps({ service }: ServiceRow, { picture, theme, now }: ViewContext): readonly Segment[] {
	if (picture.services[service.clusterArn]?.failure) return [];
	const found = serviceGaps(picture, service);
	const next = found.find(({ failure }) => MENDED_BY_HAND.has(failure.kind))?.failure.next;
	const words = found.map((gap) => gapWords(gap, now)).join('; ');
	return words === '' ? [] : [{ text: next === undefined ? words : `${words}. ${next}`, color: theme.degraded }];
}
