import { changeText } from '../../actions/change-text.ts';
import { age } from '../../model/age.ts';
import { differenceLines, remarkLines } from '../actions/dialog-lines.ts';
import { dateTime, timeOfDay } from '../clock.ts';
import { keyOf } from '../key-of.ts';
import type { ViewContext } from '../pane.ts';
import { fieldSection, sectionLines } from '../section.ts';
import { EMPTY_LINE, line, span, type TextLine, type Tone } from '../text-line.ts';
import { textPane } from '../text-pane.tsx';
import { tableState } from '../ui-state.ts';
import { paragraph } from '../wrap.ts';
import type { ChangeRecord } from './change-record.ts';
import { rolloutLines } from './rollout-lines.ts';
import { stateOf } from './change-state.ts';

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
	lines: (change, context, width) => [
		...outcomeLines(change, context, width),
		EMPTY_LINE,
		...(change.rollout ? [...rolloutLines(change.rollout, context, width), EMPTY_LINE] : []),
		...differenceLines(change.plan.differences, width),
		EMPTY_LINE,
		...change.steps.flatMap(({ at, text }) => stepLines(timeOfDay(at, context.settings.utc), text, width)),
		EMPTY_LINE,
		...sectionLines(
			[
				{
					title: 'What was said of it',
					wide: true,
					lines: (room) => remarkLines(change.plan.remarks, context.theme.glyphs, room),
				},
				{
					title: 'Calls',
					wide: true,
					lines: (room) => change.plan.changes.flatMap((one) => paragraph(changeText(one), room)),
				},
				fieldSection('Where', whereFields(change, context)),
			],
			width,
		),
	],
});

/** The change that the list points at, else the newest. */
export function shownChange({ acts, ui }: ViewContext): ChangeRecord | undefined {
	const { cursor } = tableState(ui, 'changes');
	return acts.changes.find(({ id }) => id === cursor) ?? acts.changes[0];
}

function outcomeLines(change: ChangeRecord, context: ViewContext, width: number): readonly TextLine[] {
	const { outcome, putBack, canUndo, undoneBy } = change;
	const { glyph, words, tone } = stateOf(change, context.theme.glyphs);
	const [first = '', ...rest] = (
		outcome?.text ?? 'it is being carried out; leaving this screen does not stop it'
	).split('\n');
	return [
		[span(`${glyph} ${words}  `, tone), ...cutFirst(first, width, words.length + 4)],
		...cutRest(first, width, words.length + 4),
		...rest.flatMap((text) => paragraph(text, width)),
		...(outcome?.next === undefined ? [] : paragraph(outcome.next, width, 'dim')),
		...(putBack === undefined ? [] : putBackLines(putBack, context, width)),
		...(outcome && canUndo && undoneBy === undefined
			? [line(`${keyOf(context, 'act.undo')} takes it back`, 'dim')]
			: []),
	];
}

function cutFirst(text: string, width: number, taken: number): TextLine {
	return paragraph(text, width - taken, 'strong')[0] ?? EMPTY_LINE;
}

function cutRest(text: string, width: number, taken: number): readonly TextLine[] {
	return paragraph(text, width - taken, 'strong')
		.slice(1)
		.map((one) => [span(' '.repeat(taken)), ...one]);
}

function putBackLines(
	{ at, state, text }: NonNullable<ChangeRecord['putBack']>,
	{ settings }: ViewContext,
	width: number,
): readonly TextLine[] {
	const tone: Tone = state === 'waiting' ? 'changing' : state === 'left' ? 'degraded' : 'dim';
	const words =
		state === 'waiting' ? `put back at ${timeOfDay(at, settings.utc)}, if this console still runs then` : text;
	return paragraph(words, width, tone);
}

function stepLines(time: string, text: string, width: number): readonly TextLine[] {
	return paragraph(text, width - time.length - 2).map((one, index) => [
		span(`${index === 0 ? time : ' '.repeat(time.length)}  `, 'dim'),
		...one,
	]);
}

function whereFields({ plan: { subject }, startedAt, id }: ChangeRecord, { settings }: ViewContext) {
	const { account, region, clusterName, serviceName } = subject;
	return [
		{ label: 'Service', text: serviceName },
		{ label: 'Cluster', text: `${clusterName} · ${region} · ${account}` },
		{ label: 'Began', text: dateTime(startedAt, settings.utc) },
		{ label: 'Audit log', text: id },
	];
}
