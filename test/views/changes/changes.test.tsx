import { renderToString } from 'ink';
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { changePane } from '../../../src/views/changes/change-pane.ts';
import type { ChangeRecord } from '../../../src/views/changes/change-record.ts';
import { createChangesPane } from '../../../src/views/changes/create-changes-pane.tsx';
import type { Pane } from '../../../src/views/pane.ts';
import { aChange } from '../../fixtures/a-change.ts';
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
	expect(screen).toMatch(/^⟳ under way +it is being carried out; leaving this screen does not stop it/u);
	expect(screen).toContain('Desired count  4 → 6');
	expect(screen).toMatch(/\d\d:\d\d:\d\d {2}4 of 6 running, 2 pending/u);
	expect(changePane.title(viewContext({ acts: { dialog: undefined, changes: [aChange()] } }))).toEqual([
		'Scale checkout',
		'1m',
		'prod',
	]);
});

test('a change that has ended says how, what to do, and how it is taken back', () => {
	const outcome = {
		state: 'failed',
		text: 'ecs:UpdateService: AccessDeniedException: no\nNothing of checkout was changed.',
		next: 'Ask for it.',
	} as const;
	const screen = drawn(changePane, [aChange({ outcome, endedAt: NOW })]);
	expect(screen).toMatch(/^✖ failed +ecs:UpdateService: AccessDeniedException: no/u);
	expect(screen).toContain('Nothing of checkout was changed.');
	expect(screen).toContain('Ask for it.');
	expect(screen).toContain('u takes it back');
	expect(drawn(changePane, [aChange({ outcome, canUndo: false })])).not.toContain('u takes it back');
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
	expect(drawn(list, [undone])).toContain('· undone');
	expect(drawn(changePane, [undone])).not.toContain('u takes it back');
});

test('what waits to be put back says when', () => {
	const putBack = { at: NOW + 900_000, state: 'waiting', text: '' } as const;
	expect(drawn(changePane, [aChange({ putBack })])).toMatch(/put back at \d\d:\d\d:\d\d, if this console still runs/u);
});

test('both screens say that nothing was changed, and where earlier changes are', () => {
	expect(drawn(list, [])).toContain('`deckwatch audit` lists earlier changes');
	expect(drawn(changePane, [])).toContain('Nothing was changed since deckwatch was opened.');
});
