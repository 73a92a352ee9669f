import { expect, test } from 'vitest';
import { DIALOG_BINDINGS } from '../../../src/views/actions/dialog-bindings.ts';
import { aDialog } from '../../fixtures/a-dialog.ts';
import { viewContext } from '../view-context.ts';

const copy = DIALOG_BINDINGS.find(({ id }) => id === 'dialog.copy');

test('a plan is copied as AWS CLI commands, for the profile that is used', () => {
	const context = viewContext({ acts: { dialog: aDialog({ values: { count: '6' } }), changes: [] } });
	expect(copy?.offBecause?.(context)).toBeUndefined();
	copy?.run(context);
	expect(context.asked).toEqual([
		[
			'copy',
			expect.stringMatching(/^aws ecs update-service .*--desired-count 6 --region ap-northeast-1 --profile ops$/u),
		],
	]);
});

test('what is no plan yet cannot be copied', () => {
	const context = viewContext({ acts: { dialog: aDialog(), changes: [] } });
	expect(copy?.offBecause?.(context)).toBe('there is no plan to copy yet');
	copy?.run(context);
	expect(context.asked).toEqual([]);
});
