import { cellWidth } from '../../components/cell-width.ts';
import { age } from '../../model/age.ts';
import { UNDO } from '../actions/action-bindings.ts';
import { apart, differenceLines, remarkLines } from '../actions/dialog-lines.ts';
import { placeWords } from '../actions/place-words.ts';
import { dateTime, timeOfDay } from '../clock.ts';
import { keyOf } from '../key-of.ts';
import { OPEN_LOGS } from '../logs/open-logs.ts';
import type { ViewContext } from '../pane.ts';
import { fieldSection, sectionLines, type Section } from '../section.ts';
import { EMPTY_LINE, span, type TextLine, type Tone } from '../text-line.ts';
import { textPane } from '../text-pane.tsx';
import { paragraph } from '../wrap.ts';
import type { ChangeRecord } from './change-record.ts';
import { rolloutLines } from './rollout-lines.ts';
import { stateOf } from './change-state.ts';
import { shownChange } from './shown-change.ts';

/** One change while it is carried out and followed, and how it ended. Leaving the screen does not stop it. */
export const changePane = textPane<ChangeRecord>({
	id: 'change',
	title: (context) => {
		const change = shownChange(context);
		if (!change) return ['Change'];
		return [change.plan.title, age(change.startedAt, change.endedAt ?? context.now), change.plan.subject.clusterName];
	},
	topics: () => [],
	subject: (context) => {
		const value = shownChange(context);
		return value ? { value, readAt: context.now } : 'nothing';
	},
	asking: () => '',
	empty: (context) => ({
		why: 'Nothing was changed since deckwatch was opened.',
		press: `${keyOf(context, 'back')} goes back.`,
	}),
	bindings: [
		{ ...UNDO, footer: 10 },
		{ ...OPEN_LOGS, footer: 11 },
	],
	lines: (change, context, width) => [
		...apart([
			outcomeLines(change, context, width),
			change.rollout ? rolloutLines(change.rollout, context, width) : [],
			differenceLines(change.plan.differences, context.theme.glyphs, width),
			change.steps.flatMap(({ at, text }) => stepLines(timeOfDay(at, context.settings.utc), text, width)),
		]),
		EMPTY_LINE,
		...sectionLines(
			[
				...(change.plan.remarks.length === 0 ? [] : [remarkSection(change, context)]),
				{ ...fieldSection('Where', whereFields(change, context)), wide: true },
			],
			width,
		),
	],
});

function remarkSection({ plan }: ChangeRecord, { theme }: ViewContext): Section {
	return {
		title: 'What was to be expected',
		wide: true,
		lines: (width) => remarkLines(plan.remarks, theme.glyphs, width),
	};
}

/** How it stands first: how far it is, or how it ended, and what can be done about it. */
function outcomeLines(change: ChangeRecord, context: ViewContext, width: number): readonly TextLine[] {
	const { outcome, steps, putBack } = change;
	const { glyph, words, tone } = stateOf(change, context.theme.glyphs, context.settings.utc);
	const [first = '', ...rest] = (outcome?.text ?? steps.at(-1)?.text ?? '').split('\n');
	const head = `${glyph} ${words}  `;
	const [headline = EMPTY_LINE, ...more] = paragraph(first, width - cellWidth(head), 'strong');
	return [
		[span(head, tone), ...headline],
		...more.map((one) => [span(' '.repeat(cellWidth(head))), ...one]),
		...rest.flatMap((text) => paragraph(text, width)),
		...(outcome?.next === undefined ? [] : paragraph(outcome.next, width, 'dim')),
		...(putBack === undefined ? [] : putBackLines(putBack, context, width)),
		...(outcome ? [] : paragraph(goesOn(context), width, 'dim')),
	];
}

function goesOn(context: ViewContext): string {
	return `It goes on without this screen; ${keyOf(context, 'open.changes')} lists the changes and leads back here.`;
}

function putBackLines(
	{ at, state, text }: NonNullable<ChangeRecord['putBack']>,
	{ settings }: ViewContext,
	width: number,
): readonly TextLine[] {
	const tone: Tone = state === 'left' ? 'degraded' : state === 'done' ? 'dim' : 'changing';
	const words =
		state === 'waiting'
			? `It is put back at ${timeOfDay(at, settings.utc)}, if this console still runs then.`
			: `${text}.`;
	return paragraph(words, width, tone);
}

function stepLines(time: string, text: string, width: number): readonly TextLine[] {
	return paragraph(text, width - time.length - 2).map((one, index) => [
		span(`${index === 0 ? time : ' '.repeat(time.length)}  `, 'dim'),
		...one,
	]);
}

function whereFields({ plan: { subject }, startedAt, id }: ChangeRecord, { settings, theme }: ViewContext) {
	return [
		{ label: 'Service', text: subject.serviceName },
		{ label: 'Cluster', text: placeWords(subject, theme.glyphs.separator) },
		{ label: 'Began', text: dateTime(startedAt, settings.utc) },
		{ label: 'Audit log', text: id },
	];
}
