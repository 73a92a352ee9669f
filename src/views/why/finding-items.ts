import { cellWidth } from '../../components/cell-width.ts';
import type { Theme } from '../../components/theme.ts';
import type { EvidenceLine, Finding, NextStep, Severity } from '../../diagnosis/finding.ts';
import type { Binding } from '../../keymap/binding.ts';
import { age } from '../../model/age.ts';
import { lastSegment } from '../../model/arn.ts';
import { beginning } from '../beginning.ts';
import { moment } from '../clock.ts';
import { keyOf } from '../key-of.ts';
import { openPlace } from '../open-place.ts';
import type { ViewContext } from '../pane.ts';
import type { PickItem } from '../pick-pane.tsx';
import { bindingById, runBinding } from '../run-binding.ts';
import { EMPTY_LINE, lineWidth, padLine, span, type TextLine, type Tone } from '../text-line.ts';
import { wrapText } from '../wrap.ts';
import { PLACE_WORDS } from './place-words.ts';

/** Cells for the time in front of a piece of evidence: `12:01:40`; one of another day takes more. */
const SHORTEST = 8;
/** Cells that part it from what is beside it. */
const GAP = 2;
/** From this width on it is said where a piece of evidence was read. */
const WITH_CALLS = 90;

const TONES: Readonly<Record<Severity, Tone>> = {
	critical: 'failing',
	high: 'failing',
	warning: 'degraded',
	info: 'dim',
};

/** A finding with all that speaks for it and what to do: what is wrong first, each piece of evidence and each step to be picked. */
export function findingItems(finding: Finding, context: ViewContext, width: number): readonly PickItem[] {
	const { id, evidence, ruledOut, next } = finding;
	const [serviceArn = ''] = finding.serviceArns;
	const told: Told = { context, width, serviceArn, labels: labelWidth(finding, context) };
	return [
		{ key: id, lines: headLines(finding, context, width) },
		...evidence.map((one, index) => evidenceItem(one, `${id} evidence ${index}`, told)),
		...ruledOut.map((text, index) => ({
			key: `${id} ruled out ${index}`,
			lines: hung('', text, told, { text: 'dim' }),
		})),
		...next.map((step, index) => stepItem(step, `${id} next ${index}`, told)),
	];
}

type Told = {
	readonly context: ViewContext;
	readonly width: number;
	readonly serviceArn: string;
	/** Cells of the labels in front. */
	readonly labels: number;
};

function evidenceItem({ text, api, at, place }: EvidenceLine, key: string, told: Told): PickItem {
	const { context, width, serviceArn } = told;
	const tail = width >= WITH_CALLS ? `  ${api}` : '';
	const room = width - cellWidth(tail);
	const [first = EMPTY_LINE, ...rest] = hung(timeOf(at, context), text, { ...told, width: room });
	return {
		key,
		lines: [tail === '' ? first : [...padLine(first, room), span(tail, 'dim')], ...rest],
		enter: place && { label: PLACE_WORDS[place.kind], run: (now) => openPlace(now, serviceArn, place) },
	};
}

function stepItem({ text, binding, command }: NextStep, key: string, told: Told): PickItem {
	const { context } = told;
	const bound = binding === undefined ? undefined : bindingById(context, binding);
	const lines = [
		...hung(bound ? `[${keyOf(context, bound.id)}]` : context.theme.glyphs.becomes, text, told, { label: 'accent' }),
		...(command === undefined ? [] : hung('', command, told, { text: 'dim' })),
	];
	return { key, lines, enter: enterOf(bound, command), ...(command === undefined ? {} : { copy: command }) };
}

function enterOf(bound: Binding<ViewContext> | undefined, command: string | undefined): PickItem['enter'] {
	if (bound) return { label: bound.label, run: (context) => runBinding(bound, context) };
	if (command === undefined) return undefined;
	return { label: 'copy the command', run: ({ effects }) => effects.copy(command, command) };
}

function timeOf(at: number | undefined, { now, settings }: ViewContext): string {
	return at === undefined ? '' : moment(at, now, settings.utc);
}

function labelWidth({ evidence }: Finding, context: ViewContext): number {
	return Math.max(SHORTEST, ...evidence.map(({ at }) => timeOf(at, context).length));
}

/** One line for a list of the findings of many services; Enter opens it. */
export function findingRow(finding: Finding, context: ViewContext, width: number): PickItem {
	const [serviceArn = ''] = finding.serviceArns;
	const names = finding.serviceArns.map(lastSegment).join(', ');
	const since = finding.since === undefined ? '' : `  ${age(finding.since, context.now)}`;
	const head = [mark(finding, context.theme), span(`${names}  `, 'strong')];
	const lines = wrapText(finding.sentence, Math.max(20, width - lineWidth(head) - cellWidth(since)));
	return {
		key: `${serviceArn} ${finding.id}`,
		lines: lines.map((text, index) =>
			index === 0 ? [...head, span(text), span(since, 'dim')] : [span(' '.repeat(lineWidth(head))), span(text)],
		),
		enter: {
			label: 'its evidence',
			run: ({ dispatch }) => {
				dispatch({ type: 'select-service', serviceArn });
				dispatch({ type: 'all-findings' });
				dispatch({ type: 'cursor', pane: 'why', cursor: finding.id });
			},
		},
	};
}

/** `✖ app fails its health check …, since 12:01:40`, and how sure that is. */
function headLines(finding: Finding, context: ViewContext, width: number): readonly TextLine[] {
	const { severity, confidence, id, sentence, serviceArns } = finding;
	const { theme, now, settings } = context;
	const glyph = mark(finding, theme);
	const indent = cellWidth(glyph.text);
	const [first = '', ...rest] = wrapText(sentence, width - indent);
	const others = serviceArns.length > 1 ? ` · ${serviceArns.map(lastSegment).join(', ')}` : '';
	const since = beginning(finding, now, settings.utc).replace(', ', ' · ');
	const small = `${severity}${since} · ${confidence} confidence · ${id}${others}`;
	return [
		[glyph, span(first, 'strong')],
		...rest.map((text): TextLine => [span(' '.repeat(indent)), span(text, 'strong')]),
		...wrapText(small, width - indent).map((text): TextLine => [span(' '.repeat(indent)), span(text, 'dim')]),
	];
}

function mark({ severity }: Finding, { glyphs }: Theme): { readonly text: string; readonly tone?: Tone } {
	const tone = TONES[severity];
	return span(tone === 'failing' || tone === 'degraded' ? `${glyphs[tone]} ` : `${glyphs.separator} `, tone);
}

/** A text that hangs behind its label. */
function hung(
	label: string,
	text: string,
	{ width, labels }: Pick<Told, 'width' | 'labels'>,
	tones: { readonly label?: Tone; readonly text?: Tone } = {},
): readonly TextLine[] {
	const indent = labels + 2 * GAP;
	return wrapText(text, Math.max(20, width - indent)).map((piece, index) => [
		span(
			index === 0 ? `${' '.repeat(GAP)}${label.padStart(labels)}${' '.repeat(GAP)}` : ' '.repeat(indent),
			tones.label ?? 'dim',
		),
		span(piece, tones.text),
	]);
}
