import { expect, test } from 'vitest';
import { leftBehind, leftBehindWords } from '../../src/app/left-behind.ts';
import type { ChangeRecord } from '../../src/views/changes/change-record.ts';
import { aChange } from '../fixtures/a-change.ts';
import { aDialog, aPlan } from '../fixtures/a-dialog.ts';
import { NOW } from '../fixtures/checkout.ts';

const outcome: ChangeRecord['outcome'] = { state: 'done', text: 'checkout runs 6 of 6 tasks.' };
const putBack = (state: 'waiting' | 'left', text = ''): ChangeRecord['putBack'] => ({ at: NOW, state, text });

test('what is followed is named with the command that shows it, wherever one is then', () => {
	expect(leftBehind([aChange()])).toEqual([
		'Scale checkout is not followed to its end; it goes on in AWS: `deckwatch tasks prod/checkout --region ap-northeast-1` shows how.',
	]);
	const [sentence] = leftBehind([aChange({ plan: aPlan('6', { verb: 'rollback', title: 'Roll back checkout' }) })]);
	expect(sentence).toContain('`deckwatch deployments prod/checkout --region ap-northeast-1`');
});

test('what waits to be put back is named with the command that does it', () => {
	expect(leftBehind([aChange({ outcome, putBack: putBack('waiting') })])).toEqual([
		'checkout is not put back by itself any more: Desired count stays 6 (was 4). `deckwatch scale prod/checkout 4 --region ap-northeast-1` scales it back.',
	]);
});

test('what could not be put back is said once more', () => {
	const text = 'Scale checkout was not put back: it was changed meanwhile';
	expect(leftBehind([aChange({ outcome, putBack: putBack('left', text) })])).toEqual([`${text}.`]);
});

test('what has ended is not spoken of', () => {
	expect(leftBehind([aChange({ outcome })])).toEqual([]);
	expect(leftBehindWords({ dialog: undefined, changes: [aChange({ outcome })] })).toBeUndefined();
});

test('what is about to be sent is named before one quits', () => {
	const dialog = aDialog({ phase: 'carrying out' });
	expect(leftBehindWords({ dialog, changes: [aChange()] })).toBe(
		'a change is just being sent, 1 change is still followed',
	);
	expect(leftBehindWords({ dialog: aDialog(), changes: [] })).toBeUndefined();
});
