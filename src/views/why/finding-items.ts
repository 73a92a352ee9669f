import { cellWidth } from '../../components/cell-width.ts';
import type { EvidenceLine, Finding, NextStep } from '../../diagnosis/finding.ts';
import type { Binding } from '../../keymap/binding.ts';
import { lastSegment } from '../../model/arn.ts';
import { beginning } from '../beginning.ts';
import { moment } from '../clock.ts';
import { keyOf } from '../key-of.ts';
import { openPlace } from '../open-place.ts';
import type { ViewContext } from '../pane.ts';
import type { PickItem } from '../pick-pane.tsx';
import { bindingById, runBinding } from '../run-binding.ts';
import { EMPTY_LINE, padLine, span, type TextLine, type Tone } from '../text-line.ts';
import { wrapText } from '../wrap.ts';
import { PLACE_WORDS } from './place-words.ts';
import { severityMark } from './severity-mark.ts';

/** Cells for the time in front of a piece of evidence: `12:01:40`; one of another day takes more. */
const SHORTEST = 8;
/** Cells that part it from what is beside it. */
const GAP = 2;
/** From this width on it is said where a piece of evidence was read. */
const WITH_CALLS = 90;

/**
 * A finding: what is wrong, what to do, what speaks for it, what it is not. What to do stands before the evidence, which
 * may be long: it is to be seen in the smallest terminal. Each step and each piece of evidence is to be picked.
 */
export function findingItems(finding: Finding, context: ViewContext, width: number): readonly PickItem[] {
	const { id, evidence, ruledOut, next } = finding;
	const [serviceArn = ''] = finding.serviceArns;
	const told: Told = { context, width, serviceArn, labels: labelWidth(finding, context) };
	return [
		{ key: id, lines: headLines(finding, context, width) },
		...next.map((step, index) => stepItem(step, `${id} next ${index}`, told)),
		...evidence.map((one, index) => evidenceItem(one, `${id} evidence ${index}`, told)),
		...ruledOut.map((text, index) => ({
			key: `${id} ruled out ${index}`,
			lines: hung('', text, told, { text: 'dim' }),
		})),
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
	const { becomes } = context.theme.glyphs;
	const bound = binding === undefined ? undefined : bindingById(context, binding);
	// One without a key of its own is called by its name, which is too long for a label.
	const name = bound ? `[${keyOf(context, bound.id)}]` : becomes;
	const lines = [
		...hung(name.length > told.labels ? becomes : name, text, told, { label: 'accent' }),
		...(name.length > told.labels ? hung('', name, told, { text: 'accent' }) : []),
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

/** `✖ app fails its health check …, since 12:01:40`, and how sure that is. */
function headLines(finding: Finding, context: ViewContext, width: number): readonly TextLine[] {
	const { severity, confidence, id, sentence, serviceArns } = finding;
	const { theme, now, settings } = context;
	const glyph = severityMark(finding, theme);
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
