import { cellWidth, truncate } from '../../components/cell-width.ts';
import type { Finding } from '../../diagnosis/finding.ts';
import { age } from '../../model/age.ts';
import { lastSegment } from '../../model/arn.ts';
import type { ViewContext } from '../pane.ts';
import type { PickItem } from '../pick-pane.tsx';
import { inCluster } from '../scope.ts';
import { lineWidth, padLine, span, type TextLine, type Tone } from '../text-line.ts';
import { wrapText } from '../wrap.ts';
import { severityMark } from './severity-mark.ts';

/** Cells that the names may take, as a part of the width. */
const NAMES = 0.3;
const GAP = '  ';

/** A list of the findings of many services: whom it is about, since when, what it is; Enter opens one. */
export function findingRows(findings: readonly Finding[], context: ViewContext, width: number): readonly PickItem[] {
	const { now } = context;
	const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(cellWidth));
	const names = Math.min(widest(findings.map((finding) => nameOf(finding, context))), Math.floor(width * NAMES));
	const ages = widest(findings.map(({ since }) => age(since, now)));
	return findings.map((finding) => findingRow(finding, context, { width, names, ages }));
}

type Widths = { readonly width: number; readonly names: number; readonly ages: number };

function findingRow(finding: Finding, context: ViewContext, { width, names, ages }: Widths): PickItem {
	const { id, sentence, serviceArns, since } = finding;
	const { theme, now } = context;
	const [serviceArn = ''] = serviceArns;
	const key = `${serviceArn} ${id}`;
	const name = truncate(nameOf(finding, context), names, theme.glyphs.ellipsis);
	const head: TextLine = [
		severityMark(finding, theme),
		...padLine([span(name, 'strong')], names),
		span(`${GAP}${age(since, now).padStart(ages)}${GAP}`, 'dim'),
	];
	const indent = lineWidth(head);
	const room = Math.max(20, width - indent);
	const under =
		(tone?: Tone) =>
		(text: string): TextLine => [span(' '.repeat(indent)), span(text, tone)];
	const [first = '', ...rest] = wrapText(sentence, room);
	const whose = serviceArns.length > 1 ? wrapText(serviceArns.map(lastSegment).join(', '), room) : [];
	return {
		key,
		lines: [[...head, span(first)], ...rest.map(under()), ...whose.map(under('dim'))],
		enter: {
			label: 'its evidence',
			run: ({ dispatch }) => dispatch({ type: 'open-finding', serviceArn, id, row: key }),
		},
	};
}

function nameOf({ serviceArns }: Finding, context: ViewContext): string {
	const [serviceArn = ''] = serviceArns;
	const name = serviceArns.length > 1 ? `${serviceArns.length} services` : lastSegment(serviceArn);
	return `${name}${inCluster(context, serviceArn)}`;
}
