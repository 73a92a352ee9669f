import { Box } from 'ink';
import type { ReactNode } from 'react';
import { flowSegments } from '../components/flow-segments.ts';
import { Line } from '../components/line.tsx';
import { segmentsWidth, type Segment } from '../components/segment.ts';
import { age } from '../model/age.ts';
import type { AwsFailureKind } from '../model/aws-failure.ts';
import { callName } from '../model/failure-words.ts';
import { oldAfter } from '../store/old-after.ts';
import { beginning } from './beginning.ts';
import { moment } from './clock.ts';
import { lastChange } from './last-change.ts';
import type { ViewContext } from './pane.ts';
import { gapWords, serviceGaps } from './service-gaps.ts';
import { mark } from './services/service-columns.ts';
import type { ServiceRow } from './services/service-row.ts';
import { whyDetail } from './why-detail.ts';

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
	const said = row
		? [
				cause(row, context),
				trouble(row, context),
				lastChange(row, context),
				whyDetail(row, context),
				gaps(row, context),
			]
		: [];
	const sentences = said.filter((segments) => segments.length > 0);
	return (
		<Box flexDirection="column" width={width} height={height}>
			{inRows(sentences, { width, height, separator: ` ${glyphs.separator} ` }).map((segments, index) => (
				// A line has no name of its own: it is its place.
				<Line key={String(index)} segments={segments} width={width} ellipsis={glyphs.ellipsis} />
			))}
		</Box>
	);
}

type Room = { readonly width: number; readonly height: number; readonly separator: string };

/** Each sentence in a row of its own, if that does; else one after the other as long as there is room. */
function inRows(sentences: readonly (readonly Segment[])[], { width, height, separator }: Room) {
	const rows = sentences.map((segments, index) => [{ text: index === 0 ? ' ' : '   ' }, ...segments]);
	if (rows.length <= height && rows.every((row) => segmentsWidth(row) <= width)) return rows;
	const joined = sentences.flatMap((segments, index) => [{ text: index === 0 ? ' ' : separator }, ...segments]);
	return flowSegments(joined, width, 3, height);
}

/** `✖ app fails its health check on every task of :43, since 12:01:40`; `✔ as of 40s ago: 6 of 6 running`, dim. */
function cause({ service, attention }: ServiceRow, { picture, theme, settings, now }: ViewContext): readonly Segment[] {
	const { level, reason } = attention;
	const begun = beginning(attention, now, settings.utc);
	const readAt = picture.serviceReadAt[service.serviceArn];
	const failed = picture.services[service.clusterArn]?.failure !== undefined;
	const old = readAt !== undefined && (failed || now - readAt > oldAfter('selected', picture));
	return [
		level === 'fine' ? { text: `${theme.glyphs.well} `, color: theme.dim } : mark(level, theme),
		...(old ? [{ text: `as of ${age(readAt, now)} ago: `, color: theme.degraded }] : []),
		{ text: reason, ...(old && { color: theme.dim }) },
		{ text: begun, color: theme.dim },
	];
}

/** `ecs:DescribeServices has failed since 12:01:40: ExpiredTokenException. Run …`: why old data is all there is. */
function trouble({ service }: ServiceRow, { picture, theme, settings, now }: ViewContext): readonly Segment[] {
	const failure = picture.services[service.clusterArn]?.failure;
	if (!failure) return [];
	const call = `${callName(failure)} has failed since ${moment(failure.since, now, settings.utc)}`;
	return [{ text: `${call}: ${failure.code}. ${failure.next}`, color: theme.degraded }];
}

/** `CPU not known: no permission cloudwatch:GetMetricData`; not while all fails, and `trouble` says why. */
function gaps({ service }: ServiceRow, { picture, theme, now }: ViewContext): readonly Segment[] {
	if (picture.services[service.clusterArn]?.failure) return [];
	const found = serviceGaps(picture, service);
	const next = found.find(({ failure }) => MENDED_BY_HAND.has(failure.kind))?.failure.next;
	const words = found.map((gap) => gapWords(gap, now)).join('; ');
	return words === '' ? [] : [{ text: next === undefined ? words : `${words}. ${next}`, color: theme.degraded }];
}
