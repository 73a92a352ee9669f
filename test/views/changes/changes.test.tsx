import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import { changePane } from '../../../src/views/changes/change-pane.ts';
import type { ChangeRecord } from '../../../src/views/changes/change-record.ts';
import { createChangesPane } from '../../../src/views/changes/create-changes-pane.tsx';
import type { Pane } from '../../../src/views/pane.ts';
import { EMPTY_PICTURE } from '../../../src/store/picture.ts';
import { INITIAL_TABLE } from '../../../src/views/ui-state.ts';
import { aChange } from '../../fixtures/a-change.ts';
import { aPlan } from '../../fixtures/a-dialog.ts';
import { NOW } from '../../fixtures/checkout.ts';
import { viewContext } from '../view-context.ts';

const list = createChangesPane();

function drawn({ Body }: Pane, changes: readonly ChangeRecord[], width = 118): string {
	const context = viewContext({ acts: { dialog: undefined, changes } });
	const body = <Body context={context} width={width} height={30} focused />;
	return stripVTControlCharacters(renderToString(body, { columns: width }));
}

test('a change that is under way says how far it is, and that it goes on when the screen is left', () => {
	const screen = drawn(changePane, [aChange()]);
	expect(screen).toMatch(
		/^⟳ under way +4 of 6 running, 2 pending\nIt goes on without this screen; U lists the changes/u,
	);
	expect(screen).toContain('Desired count  4 → 6');
	expect(screen).toMatch(/\d\d:\d\d:\d\d {2}4 of 6 running, 2 pending/u);
	expect(changePane.title(viewContext({ acts: { dialog: undefined, changes: [aChange()] } }))).toEqual([
		'Scale checkout',
		'1m',
		'prod',
	]);
});

test('a change that has ended says how, and what to do', () => {
	const outcome = {
		state: 'failed',
		text: 'ecs:UpdateService: AccessDeniedException: no\nNothing of checkout was changed.',
		next: 'Ask for it.',
	} as const;
	const screen = drawn(changePane, [aChange({ outcome, endedAt: NOW })]);
	expect(screen).toMatch(/^✖ failed +ecs:UpdateService: AccessDeniedException: no/u);
	expect(screen).toContain('Nothing of checkout was changed.');
	expect(screen).toContain('Ask for it.');
});

test.each<readonly [ChangeRecord['outcome'], string]>([
	[undefined, '⟳ under way'],
	[{ state: 'done', text: 'checkout runs 6 of 6 tasks.' }, '✔ done'],
	[{ state: 'unknown', text: 'It may have been done.' }, '? unknown'],
	[{ state: 'timed-out', text: 'The time is up.' }, '▲ not yet'],
	[{ state: 'left', text: 'It was left.' }, '· left'],
])('the list of changes tells %o as %s', (outcome, words) => {
	const row = drawn(list, [aChange({ outcome })]).split('\n')[1];
	expect(row).toContain(words);
	expect(row).toMatch(/Scale checkout +Desired count 4 → 6/u);
});

test('a change that was taken back says so, whatever came of it', () => {
	const undone = aChange({ outcome: { state: 'done', text: 'checkout runs 6 of 6 tasks.' }, undoneBy: 'change-2' });
	expect(drawn(list, [undone])).toContain('· taken back');
});

test('what waits to be put back says when', () => {
	const putBack = { at: NOW + 900_000, state: 'waiting', text: '' } as const;
	const outcome = { state: 'done', text: 'checkout runs 6 of 6 tasks.' } as const;
	const done = aChange({ putBack, outcome });
	expect(drawn(changePane, [done])).toMatch(/put back at \d\d:\d\d:\d\d, if this console still runs/u);
	expect(drawn(list, [done])).toMatch(/⟳ until \d\d:\d\d /u);
	expect(drawn(list, [{ ...done, putBack: { ...putBack, state: 'left' } }])).toContain('▲ not put back');
});

test('the list tells in 80 columns how each stands, with the cluster where there is room', () => {
	const outcome = { state: 'done', text: 'checkout runs 6 of 6 tasks.' } as const;
	expect(drawn(list, [aChange({ outcome })], 78)).toMatch(/✔ done +Scale checkout +Desired count 4 → 6/u);
	expect(drawn(list, [aChange({ outcome })], 118)).toMatch(/4 → 6 +checkout runs 6 of 6 tasks\. +prod/u);
});

test('a change without anything to expect says nothing of that', () => {
	expect(drawn(changePane, [aChange({ plan: aPlan('6', { remarks: [] }) })])).not.toContain('to be expected');
});

describe('the keys on the screen of a change', () => {
	const first = aChange({ id: 'change-0' });
	const keys = (id: string) => changePane.bindings.find((binding) => binding.id === id);
	const on = (cursor: string, changes: readonly ChangeRecord[]) =>
		viewContext({
			acts: { dialog: undefined, changes },
			ui: { screens: ['change'], tables: { changes: { ...INITIAL_TABLE, cursor } } },
		});

	test('take back the change that is shown, not the last one', () => {
		const context = on('change-0', [aChange(), first]);
		expect(keys('act.undo')?.offBecause?.(context)).toBeUndefined();
		keys('act.undo')?.run(context);
		expect(context.asked).toEqual([['undo', 'change-0']]);
	});

	test.each<readonly [Partial<ChangeRecord>, string]>([
		[{ undoneBy: 'change-2' }, 'this was taken back already'],
		[{ canUndo: false }, 'there is no way back from this'],
	])('say why %o is not taken back', (change, why) => {
		expect(keys('act.undo')?.offBecause?.(on('change-0', [{ ...first, ...change }]))).toBe(why);
	});

	test('open the log of its service, where that is still shown', () => {
		expect(keys('open.logs')?.offBecause?.(on('change-0', [first]))).toBeUndefined();
		const gone = { ...on('change-0', [first]), picture: EMPTY_PICTURE };
		expect(keys('open.logs')?.offBecause?.(gone)).toBe('checkout is not among the services shown');
	});
});

test('the list opens a change with its service selected', () => {
	const context = viewContext({ acts: { dialog: undefined, changes: [aChange()] }, ui: { screens: ['changes'] } });
	list.bindings.find(({ id }) => id === 'changes.open')?.run(context);
	expect(context.actions).toEqual([
		{ type: 'select-service', serviceArn: aChange().plan.subject.serviceArn },
		{ type: 'open', screen: 'change' },
	]);
});

test('both screens say that nothing was changed, and where earlier changes are', () => {
	expect(drawn(list, [])).toContain('`deckwatch audit` lists earlier changes');
	expect(drawn(changePane, [])).toContain('Nothing was changed since deckwatch was opened.');
});
