import { changeText } from '../../actions/change-text.ts';
import { isRefusal, type Difference, type Plan, type Refusal, type Remark } from '../../actions/plan.ts';
import type { Glyphs } from '../../components/theme.ts';
import { EMPTY_LINE, line, padLine, span, type TextLine, type Tone } from '../text-line.ts';
import { paragraph } from '../wrap.ts';
import { type DialogState, plannedOf } from './dialog-state.ts';

/** Cells that a wrapped remark is set in by, behind its mark. */
const MARK = 2;

/** What would come of it, in lines: differences, remarks, calls; or why nothing can. */
export function previewLines(dialog: DialogState, glyphs: Glyphs, width: number): readonly TextLine[] {
	const { phase, failure, notice } = dialog;
	const planned = plannedOf(dialog);
	return [
		...(notice === undefined ? [] : paragraph(notice, width, 'degraded')),
		...(failure === undefined ? [] : failure.split('\n').flatMap((text) => paragraph(text, width, 'failing'))),
		...(phase === 'reading' ? [line('reading what there is now', 'dim')] : []),
		...(planned === undefined
			? []
			: isRefusal(planned)
				? refusalLines(planned, width)
				: planLines(planned.plan, dialog, glyphs, width)),
		...(phase === 'carrying out' ? [EMPTY_LINE, line('looking whether all this is still so …', 'changing')] : []),
	];
}

function refusalLines({ refused, instead, already }: Refusal, width: number): readonly TextLine[] {
	return [...paragraph(refused, width, already ? 'dim' : 'degraded'), ...paragraph(instead, width, 'dim')];
}

function planLines(
	{ differences, remarks, changes }: Plan,
	{ phase }: DialogState,
	glyphs: Glyphs,
	width: number,
): readonly TextLine[] {
	return [
		...differenceLines(differences, width),
		EMPTY_LINE,
		// Remarks may speak of what was asked for before: they come back when they speak of this.
		...(phase === 'checking'
			? [line('looking up what follows from it …', 'dim')]
			: remarkLines(remarks, glyphs, width)),
		EMPTY_LINE,
		...changes.flatMap((change) => paragraph(changeText(change), width, 'dim')),
	];
}

/** `Desired count  4 → 6`; long values under each other. */
export function differenceLines(differences: readonly Difference[], width: number): readonly TextLine[] {
	const label = Math.min(Math.max(0, ...differences.map(({ what }) => what.length)) + 2, Math.floor(width / 2));
	return differences.flatMap(({ what, before, after }) => {
		const head = span(what.padEnd(label), 'dim');
		const short: TextLine = [head, span(`${before} → `), span(after, 'strong')];
		if (what.length < label && what.length + before.length + after.length + 5 <= width) return [short];
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
		return paragraph(text, width - MARK, level === 'unknown' ? 'dim' : undefined).map((one, index) => [
			...padLine(index === 0 ? line(mark, tone) : EMPTY_LINE, MARK),
			...one,
		]);
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
