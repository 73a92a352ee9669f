import { changeText } from '../../actions/change-text.ts';
import { isRefusal, type Difference, type Plan, type Refusal, type Remark } from '../../actions/plan.ts';
import type { Glyphs } from '../../components/theme.ts';
import { EMPTY_LINE, line, padLine, span, type TextLine, type Tone } from '../text-line.ts';
import { paragraph } from '../wrap.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { type DialogState, notYet, plannedOf } from './dialog-state.ts';

/** Cells that a wrapped remark is set in by, behind its mark. */
const MARK = 2;

/** What would come of it, in lines: differences, remarks, calls; or why nothing can. */
export function previewLines(dialog: DialogState, glyphs: Glyphs, width: number): readonly TextLine[] {
	const { failure, notice } = dialog;
	const planned = plannedOf(dialog);
	return apart([
		notice === undefined ? [] : paragraph(notice, width, 'degraded'),
		(failure ?? '').split('\n').flatMap((text) => (text === '' ? [] : paragraph(text, width, 'failing'))),
		...(planned === undefined
			? []
			: isRefusal(planned)
				? [refusalLines(planned, width)]
				: planBlocks(planned.plan, dialog, glyphs, width)),
	]);
}

/** What is being done just now, or what Enter waits for: it stays in view wherever the preview is scrolled. */
export function statusLines(
	dialog: DialogState,
	context: Pick<ViewContext, 'bindings'>,
	width: number,
): readonly TextLine[] {
	const { phase, typedAhead, tooEarly } = dialog;
	const enter = keyOf(context, 'dialog.confirm');
	const notSent = tooEarly ? `not sent yet: press ${enter} again once you have seen what follows from it` : '';
	switch (phase) {
		case 'reading': {
			const typed = typedAhead === '' ? '' : `typed so far: ${typedAhead}`;
			return said(['reading what there is now …', typed, notSent], width, 'dim');
		}
		case 'checking':
			return tooEarly ? said([notSent], width, 'changing') : [];
		case 'carrying out':
			return said(['looking once more whether all this is still so; then it is sent …'], width, 'changing');
		case 'ready': {
			if (!tooEarly) return [];
			const why = notYet(dialog);
			if (why === undefined) return said([`not sent yet: ${enter} sends it`], width, 'changing');
			// What is wrong with what was asked for stands there already.
			const planned = plannedOf(dialog);
			return planned && isRefusal(planned) ? [] : said([`not sent yet: ${why}`], width, 'degraded');
		}
	}
}

function said(texts: readonly string[], width: number, tone: Tone): readonly TextLine[] {
	return texts.flatMap((text) => (text === '' ? [] : paragraph(text, width, tone)));
}

/** Blocks with a blank line between them; those without a line leave none. */
export function apart(blocks: readonly (readonly TextLine[])[]): readonly TextLine[] {
	return blocks
		.filter(({ length }) => length > 0)
		.flatMap((block, index) => (index === 0 ? block : [EMPTY_LINE, ...block]));
}

function refusalLines({ refused, instead, already }: Refusal, width: number): readonly TextLine[] {
	return [...paragraph(refused, width, already ? 'dim' : 'degraded'), ...paragraph(instead, width, 'dim')];
}

function planBlocks(
	{ differences, remarks, changes }: Plan,
	{ phase }: DialogState,
	glyphs: Glyphs,
	width: number,
): readonly (readonly TextLine[])[] {
	return [
		differenceLines(differences, glyphs, width),
		// Remarks may speak of what was asked for before: they come back when they speak of this.
		phase === 'checking' ? [line('looking up what follows from it …', 'dim')] : remarkLines(remarks, glyphs, width),
		changes.flatMap((change) => paragraph(changeText(change), width, 'dim')),
	];
}

/** `Desired count  4 → 6`; long values under each other. */
export function differenceLines(
	differences: readonly Difference[],
	{ becomes }: Glyphs,
	width: number,
): readonly TextLine[] {
	const label = Math.min(Math.max(0, ...differences.map(({ what }) => what.length)) + 2, Math.floor(width / 2));
	return differences.flatMap(({ what, before, after }) => {
		const head = span(what.padEnd(label), 'dim');
		const short: TextLine = [head, span(`${before} ${becomes} `), span(after, 'strong')];
		if (what.length < label && what.length + before.length + after.length + becomes.length + 4 <= width) return [short];
		return [
			...paragraph(what, width, 'dim'),
			...paragraph(before, width - MARK).map((one, index) => [span(index === 0 ? '- ' : '  ', 'dim'), ...one]),
			...paragraph(after, width - MARK, 'strong').map((one, index) => [span(index === 0 ? '+ ' : '  ', 'dim'), ...one]),
		];
	});
}

/** Warnings first: what is well can wait for whoever scrolls. */
export function remarkLines(remarks: readonly Remark[], glyphs: Glyphs, width: number): readonly TextLine[] {
	return ORDER.flatMap((level) => remarks.filter((remark) => remark.level === level)).flatMap(({ level, text }) => {
		const { mark, tone } = look(level, glyphs);
		return paragraph(text.replaceAll('→', glyphs.becomes), width - MARK, level === 'unknown' ? 'dim' : undefined).map(
			(one, index) => [...padLine(index === 0 ? line(mark, tone) : EMPTY_LINE, MARK), ...one],
		);
	});
}

const ORDER: readonly Remark['level'][] = ['warning', 'info', 'good', 'unknown'];

function look(level: Remark['level'], glyphs: Glyphs): { readonly mark: string; readonly tone?: Tone } {
	switch (level) {
		case 'warning':
			return { mark: glyphs.degraded, tone: 'degraded' };
		case 'good':
			return { mark: glyphs.well, tone: 'well' };
		case 'unknown':
			return { mark: '?', tone: 'dim' };
		case 'info':
			return { mark: glyphs.separator, tone: 'dim' };
	}
}
