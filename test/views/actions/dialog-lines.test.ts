import { expect, test } from 'vitest';
import { differenceLines, previewLines } from '../../../src/views/actions/dialog-lines.ts';
import { lineText } from '../../../src/views/text-line.ts';
import type { DialogState } from '../../../src/views/actions/dialog-state.ts';
import { aDialog } from '../../fixtures/a-dialog.ts';
import { THEME } from '../../fixtures/theme.ts';

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

test('says what is read, what failed and what has changed', () => {
	expect(preview({ draft: undefined, phase: 'reading' })).toEqual(['reading what there is now']);
	expect(preview({ draft: undefined, failure: 'ecs:DescribeServices failed.\nAsk for it.' })).toEqual([
		'ecs:DescribeServices failed.',
		'Ask for it.',
	]);
	expect(preview({ notice: 'It has changed.', values: { count: '6' } })[0]).toBe('It has changed.');
});

test('puts values that are too long for a line under each other', () => {
	const image = (tag: string) => `111122223333.dkr.ecr.ap-northeast-1.amazonaws.com/checkout:${tag}`;
	const lines = differenceLines([{ what: 'app image', before: image('1'), after: image('2') }], 70);
	expect(lines.map(lineText)).toEqual(['app image', `- ${image('1')}`, `+ ${image('2')}`]);
});
