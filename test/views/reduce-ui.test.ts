import { describe, expect, test } from 'vitest';
import type { PaneId } from '../../src/views/pane-id.ts';
import { reduceUi } from '../../src/views/reduce-ui.ts';
import { INITIAL_UI, activePane, tableState } from '../../src/views/ui-state.ts';
import type { UiAction, UiState } from '../../src/views/ui-state.ts';

const NOW = Date.UTC(2026, 10, 20, 12, 4);
const CHECKOUT = 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/checkout';
const PAYMENTS = 'arn:aws:ecs:ap-northeast-1:111122223333:service/prod/payments';

function after(...actions: readonly UiAction[]): UiState {
	return actions.reduce((ui: UiState, action) => reduceUi(ui, action, NOW), INITIAL_UI);
}

const typing = (text: string, before = '', pane: PaneId = 'services'): UiAction => ({
	type: 'prompt',
	prompt: { kind: 'filter', pane, text, before },
});
const ENTER: UiAction = { type: 'prompt', prompt: undefined };

describe('going back', () => {
	test('closes the full screens one by one', () => {
		const open = after({ type: 'open', screen: 'service' }, { type: 'open', screen: 'task-definition' });
		const once = reduceUi(open, { type: 'back' }, NOW);
		expect(once.screens).toEqual(['service']);
		expect(reduceUi(once, { type: 'back' }, NOW).screens).toEqual([]);
	});

	test('leads from a finding to the list of all of which it was opened, and to the row there', () => {
		const row = `${CHECKOUT} container-oom`;
		const opened = after(
			{ type: 'open', screen: 'why' },
			{ type: 'all-findings' },
			{ type: 'open-finding', serviceArn: CHECKOUT, id: 'container-oom', row },
		);
		expect(opened).toMatchObject({ serviceArn: CHECKOUT, allFindings: false, screens: ['why'] });
		expect(tableState(opened, 'why').cursor).toBe('container-oom');
		const list = reduceUi(opened, { type: 'back' }, NOW);
		expect(list).toMatchObject({ allFindings: true, screens: ['why'] });
		expect(tableState(list, 'why').cursor).toBe(row);
		expect(reduceUi(list, { type: 'back' }, NOW).screens).toEqual([]);
	});

	test('leaves a prompt before anything else, and gives the filter back that was there', () => {
		const ui = after(typing('api'), ENTER, typing('web', 'api'), { type: 'back' });
		expect(ui.prompt).toBeUndefined();
		expect(tableState(ui, 'services').filter).toBe('api');
	});

	test('takes the filter away, then the zoom, then the focus, then the faults', () => {
		let ui = after(
			{ type: 'faults-only' },
			{ type: 'focus', pane: 'tasks' },
			{ type: 'zoom' },
			typing('oom', '', 'tasks'),
			ENTER,
		);
		const steps = ['filter', 'zoom', 'focus', 'faults'].map(() => {
			ui = reduceUi(ui, { type: 'back' }, NOW);
			return [tableState(ui, 'tasks').filter, ui.zoomed, ui.focus, ui.faultsOnly];
		});
		expect(steps).toEqual([
			['', true, 'tasks', true],
			['', false, 'tasks', true],
			['', false, 'services', true],
			['', false, 'services', false],
		]);
	});

	test('changes nothing at home with nothing to leave', () => {
		expect(reduceUi(INITIAL_UI, { type: 'back' }, NOW)).toBe(INITIAL_UI);
	});

	test('hides the values of a task definition that is left', () => {
		const ui = after({ type: 'open', screen: 'task-definition' }, { type: 'values-shown' }, { type: 'back' });
		expect(ui.valuesShown).toBe(false);
	});

	test('forgets ticks in a chooser that is left without choosing', () => {
		const ui = after(
			{ type: 'open', screen: 'clusters' },
			{ type: 'mark', pane: 'clusters', marks: ['prod'] },
			{ type: 'back' },
		);
		expect(ui.marks).toEqual({});
	});
});

describe('opening', () => {
	test('brings an open screen to the top instead of stacking it twice', () => {
		const ui = after(
			{ type: 'open', screen: 'service' },
			{ type: 'open', screen: 'events' },
			{ type: 'open', screen: 'service' },
		);
		expect(ui.screens).toEqual(['events', 'service']);
	});

	test('gives the keys to the topmost screen', () => {
		expect(activePane(after({ type: 'focus', pane: 'tasks' }))).toBe('tasks');
		expect(activePane(after({ type: 'focus', pane: 'tasks' }, { type: 'open', screen: 'help' }))).toBe('help');
	});

	test('shows the lower pane that gets the focus as a tab', () => {
		expect(after({ type: 'focus', pane: 'logs' }).tab).toBe('logs');
		expect(after({ type: 'focus', pane: 'logs' }, { type: 'focus', pane: 'services' }).tab).toBe('logs');
	});

	test('goes home from anywhere', () => {
		expect(
			after({ type: 'open', screen: 'service' }, { type: 'open', screen: 'events' }, { type: 'home' }).screens,
		).toEqual([]);
	});
});

describe('selecting', () => {
	test('moves the cursor and the selected service together', () => {
		const ui = after({ type: 'cursor', pane: 'services', cursor: CHECKOUT });
		expect(ui.serviceArn).toBe(CHECKOUT);
		expect(tableState(after({ type: 'select-service', serviceArn: PAYMENTS }), 'services').cursor).toBe(PAYMENTS);
	});

	test('forgets the task when another service is selected', () => {
		const ui = after(
			{ type: 'cursor', pane: 'services', cursor: CHECKOUT },
			{ type: 'cursor', pane: 'tasks', cursor: 'task/3f2a1b' },
			{ type: 'cursor', pane: 'services', cursor: PAYMENTS },
		);
		expect(ui.taskArn).toBeUndefined();
		expect(tableState(ui, 'tasks').cursor).toBeUndefined();
	});

	test('keeps the task when the same service is selected again', () => {
		const ui = after(
			{ type: 'select-service', serviceArn: CHECKOUT },
			{ type: 'select-task', taskArn: 'task/3f2a1b' },
			{ type: 'select-service', serviceArn: CHECKOUT },
		);
		expect(ui.taskArn).toBe('task/3f2a1b');
	});

	test('forgets the service when other clusters are shown', () => {
		const ui = after(
			{ type: 'select-service', serviceArn: CHECKOUT },
			{ type: 'select-clusters', clusterArns: ['cluster/staging'] },
		);
		expect(ui.serviceArn).toBeUndefined();
		expect(ui.clusterArns).toEqual(['cluster/staging']);
	});
});

describe('typing a filter', () => {
	test('filters while it is typed', () => {
		expect(tableState(after(typing('che')), 'services').filter).toBe('che');
	});

	test('keeps the filter when the prompt is accepted', () => {
		const ui = after(typing('che'), { type: 'prompt', prompt: undefined });
		expect(tableState(ui, 'services').filter).toBe('che');
	});

	test('does not touch the filters of other panes', () => {
		const ui = after(typing('oom', '', 'tasks'), ENTER, typing('che'));
		expect(tableState(ui, 'tasks').filter).toBe('oom');
	});
});

test('scrolling stops at the beginning', () => {
	expect(after({ type: 'scroll', pane: 'help', to: -3 }).scrolls.help).toBe(0);
});

test("another task's screen is read from its beginning, the same task's from where it was left", () => {
	const read = after({ type: 'select-task', taskArn: 'task/3f2a1b' }, { type: 'scroll', pane: 'task', to: 12 });
	expect(reduceUi(read, { type: 'select-task', taskArn: 'task/3f2a1b' }, NOW).scrolls.task).toBe(12);
	expect(reduceUi(read, { type: 'select-task', taskArn: 'task/9c01de' }, NOW).scrolls.task).toBeUndefined();
});

test('environment values are masked again when the screen is left', () => {
	const shown = after({ type: 'open', screen: 'task-definition' }, { type: 'values-shown' });
	expect(shown.valuesShown).toBe(true);
	expect(reduceUi(shown, { type: 'back' }, NOW).valuesShown).toBe(false);
	expect(reduceUi(shown, { type: 'open', screen: 'service' }, NOW).valuesShown).toBe(false);
	expect(reduceUi(shown, { type: 'home' }, NOW).valuesShown).toBe(false);
});

test('sorting keeps cursor and filter', () => {
	const ui = after({ type: 'cursor', pane: 'services', cursor: CHECKOUT }, typing('c'), ENTER, {
		type: 'sort',
		pane: 'services',
		sort: { column: 'cpu', descending: true },
	});
	expect(tableState(ui, 'services')).toEqual({
		cursor: CHECKOUT,
		filter: 'c',
		sort: { column: 'cpu', descending: true },
	});
});

test('a remark has the time at which it was made', () => {
	const remark = { level: 'info', text: 'asking AWS again' } as const;
	expect(after({ type: 'flash', flash: remark }).flash).toEqual({ ...remark, at: NOW });
});

test('events begin with those of the service one comes from', () => {
	const ui = after(
		{ type: 'open', screen: 'events' },
		{ type: 'all-events' },
		{ type: 'back' },
		{ type: 'open', screen: 'events' },
	);
	expect(ui.allEvents).toBe(false);
	expect(after({ type: 'open', screen: 'events' }, { type: 'all-events' }).allEvents).toBe(true);
});

test('the pane that has the keys is in sight, whichever tabs it shares its place with', () => {
	expect(after({ type: 'focus', pane: 'events' })).toMatchObject({ focus: 'events', tab: 'events', lowest: 'events' });
	expect(after({ type: 'focus', pane: 'events' }, { type: 'focus', pane: 'tasks' })).toMatchObject({
		tab: 'tasks',
		lowest: 'events',
	});
});

test('going to a service by its name takes away what would hide it', () => {
	const ui = after(
		{ type: 'faults-only' },
		typing('api'),
		ENTER,
		{ type: 'open', screen: 'events' },
		{ type: 'go-to', serviceArn: CHECKOUT },
	);
	expect(ui).toMatchObject({ screens: [], faultsOnly: false, serviceArn: CHECKOUT, focus: 'services' });
	expect(tableState(ui, 'services').filter).toBe('');
	expect(after({ type: 'go-to', serviceArn: CHECKOUT, taskArn: 'one' })).toMatchObject({
		taskArn: 'one',
		focus: 'tasks',
	});
});

describe('looking back', () => {
	const then = reduceUi(INITIAL_UI, { type: 'rewind', to: 5_000 }, 0);

	test('takes the log along, and lets it follow again afterwards', () => {
		expect(then.logs.bottom?.timestamp).toBe(5_000);
		expect(reduceUi(then, { type: 'rewind', to: undefined }, 0)).toEqual(INITIAL_UI);
	});

	test('ends before anything else is left', () => {
		const open = reduceUi(then, { type: 'open', screen: 'events' }, 0);
		const back = reduceUi(open, { type: 'back' }, 0);
		expect([back.rewoundTo, back.screens]).toEqual([undefined, ['events']]);
	});

	test('shows the log of another service up to then, too', () => {
		expect(reduceUi(then, { type: 'select-service', serviceArn: 'a' }, 0).logs.bottom?.timestamp).toBe(5_000);
	});

	test('ends where other clusters are chosen', () => {
		expect(reduceUi(then, { type: 'select-clusters', clusterArns: ['a'] }, 0).rewoundTo).toBeUndefined();
	});
});
