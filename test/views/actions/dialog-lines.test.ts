import { expect, test } from 'vitest';
import { differenceLines, previewLines, remarkLines, statusLines } from '../../../src/views/actions/dialog-lines.ts';
import { lineText } from '../../../src/views/text-line.ts';
import type { DialogState } from '../../../src/views/actions/dialog-state.ts';
import { createTheme } from '../../../src/components/create-theme.ts';
import { aDialog, aDraft, aPlan, aReady } from '../../fixtures/a-dialog.ts';
import { THEME } from '../../fixtures/theme.ts';
import { viewContext } from '../view-context.ts';

function status(dialog: Partial<DialogState>): readonly string[] {
	return statusLines(aDialog(dialog), viewContext(), 80).map(lineText);
}

function preview(dialog: Partial<DialogState>, width = 60): readonly string[] {
	return previewLines(aDialog(dialog), THEME.glyphs, width).map((one) => lineText(one).trimEnd());
}

test('shows before and after, what follows with the warnings first, and the calls', () => {
	expect(preview({ values: { count: '6' } })).toEqual([
		'Desired count  4 → 6',
		'',
		'▲ autoscaling keeps it between 2 and 5: the next scale-in',
		'  takes it back to 5',
		'✔ subnets have 212 free addresses',
		'',
		'ecs:UpdateService(desiredCount=6)',
	]);
});

test('leaves out what follows while that is looked up for what was typed last', () => {
	expect(preview({ values: { count: '6' }, phase: 'checking' })).toEqual([
		'Desired count  4 → 6',
		'',
		'looking up what follows from it …',
		'',
		'ecs:UpdateService(desiredCount=6)',
	]);
});

test('says why there is nothing to do, and what to do instead', () => {
	expect(preview({ values: { count: 'many' } })).toEqual(['"many" is not a number of tasks', 'It has 4 now.']);
});

test('leaves no gap for what there is nothing of', () => {
	const bare = aDraft({ plan: () => aReady(aPlan('6', { remarks: [] })) });
	expect(preview({ values: { count: '6' }, draft: bare, failure: 'It failed.' })).toEqual([
		'It failed.',
		'',
		'Desired count  4 → 6',
		'',
		'ecs:UpdateService(desiredCount=6)',
	]);
	expect(preview({})).toEqual([]);
});

test('writes arrows as a terminal can show them', () => {
	const { glyphs } = createTheme({ background: 'dark', colors: false, unicode: false });
	const lines = differenceLines([{ what: 'Desired count', before: '4', after: '6' }], glyphs, 60);
	expect(lines.map(lineText)).toEqual(['Desired count  4 -> 6']);
	const remarks = remarkLines([{ level: 'info', text: '4 → 6 tasks' }], glyphs, 60);
	expect(remarks.map(lineText)).toEqual(['- 4 -> 6 tasks']);
});

test('says what is being done, and what was typed meanwhile', () => {
	expect(status({})).toEqual([]);
	expect(status({ draft: undefined, phase: 'reading', typedAhead: '12' })).toEqual([
		'reading what there is now …',
		'typed so far: 12',
	]);
	expect(status({ phase: 'carrying out' })).toEqual([
		'looking once more whether all this is still so; then it is sent …',
	]);
});

test.each<readonly [string, Partial<DialogState>, readonly string[]]>([
	[
		'before all was looked up',
		{ phase: 'checking', values: { count: '6' } },
		['not sent yet: press Enter again once you have seen what follows from it'],
	],
	['when it can be done by now', { values: { count: '6' } }, ['not sent yet: Enter sends it']],
	['when nothing is asked for', {}, ['not sent yet: nothing is asked for yet']],
	['when a name is missing', { values: { count: '6' }, mustType: 'checkout' }, ['not sent yet: type checkout first']],
	['when what is wrong stands there already', { values: { count: 'many' } }, []],
])('says after Enter %s that nothing was sent', (_, dialog, said) => {
	expect(status({ ...dialog, tooEarly: true })).toEqual(said);
});

test('says what failed and what has changed', () => {
	expect(preview({ draft: undefined, failure: 'ecs:DescribeServices failed.\nAsk for it.' })).toEqual([
		'ecs:DescribeServices failed.',
		'Ask for it.',
	]);
	expect(preview({ notice: 'It has changed.', values: { count: '6' } })[0]).toBe('It has changed.');
});

test('puts values that are too long for a line under each other', () => {
	const image = (tag: string) => `111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:${tag}`;
	const lines = differenceLines([{ what: 'app image', before: image('1'), after: image('2') }], THEME.glyphs, 70);
	expect(lines.map(lineText)).toEqual(['app image', `- ${image('1')}`, `+ ${image('2')}`]);
});
