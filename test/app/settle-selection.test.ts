import { describe, expect, test } from 'vitest';
import { allBindings } from '../../src/app/all-bindings.ts';
import { makeFrame } from '../../src/app/frame.ts';
import { handleKey } from '../../src/app/handle-key.ts';
import { createPanes } from '../../src/app/panes.ts';
import type { KeyPress } from '../../src/keymap/chord.ts';
import { shortTaskId } from '../../src/model/arn.ts';
import { reduceUi } from '../../src/views/reduce-ui.ts';
import { INITIAL_TABLE, INITIAL_UI, type UiState } from '../../src/views/ui-state.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { NIGHT, serviceArn } from '../fixtures/shop.ts';
import { viewContext } from '../views/view-context.ts';

/** The state that keys leave, each judged by what the screen shows then. */
function typed(keys: string, from: Partial<UiState> = {}): { readonly stored: UiState; readonly shown: UiState } {
	const panes = createPanes();
	let stored: UiState = { ...INITIAL_UI, ...from };
	const frame = () =>
		makeFrame({
			...viewContext({ picture: shopPicture(), now: NIGHT }),
			ui: stored,
			dispatch: (action) => void (stored = reduceUi(stored, action, NIGHT)),
			bindings: allBindings({}, panes.all),
			panes,
			memory: undefined,
			columns: 160,
			rows: 45,
		});
	for (const input of keys) {
		const named: Readonly<Record<string, KeyPress>> = {
			'\r': { input: '', key: { return: true } },
			'\u001b': { input: '', key: { escape: true } },
		};
		const press = named[input] ?? { input, key: {} };
		handleKey(press, { ...frame(), palette: () => [] });
	}
	return { stored, shown: frame().context.ui };
}

const CHOSEN: Partial<UiState> = { serviceArn: serviceArn('checkout') };

describe('after a filter, the row with the bar', () => {
	test('is what the home screen shows, though something else was chosen before', () => {
		expect(typed('/cat\r', CHOSEN).shown.serviceArn).toBe(serviceArn('catalog'));
	});

	test.each(['l', 'e', 'D', '\r'])('is what %j opens', (key) => {
		const { stored, shown } = typed(`/cat\r${key}`, CHOSEN);
		expect(shown.screens).toHaveLength(1);
		expect(shown.serviceArn).toBe(serviceArn('catalog'));
		expect(stored.serviceArn).toBe(serviceArn('catalog'));
	});
});

describe('where a filter shows no row', () => {
	test('nothing is selected, and no key does anything to what is not on the list', () => {
		const { shown } = typed('/nowhere\r\r', CHOSEN);
		expect(shown).toMatchObject({
			serviceArn: undefined,
			screens: [],
			flash: { text: 'service: no service is selected' },
		});
		expect(typed('/nowhere\ry', CHOSEN).shown.flash?.text).toBe('copy ARN: nothing is selected');
	});

	test('what was selected is so again when the filter goes', () => {
		expect(typed('/nowhere\r\u001b', { serviceArn: serviceArn('catalog') }).shown.serviceArn).toBe(
			serviceArn('catalog'),
		);
	});
});

describe('a task', () => {
	test('that the bar is on is the one of the log', () => {
		const { shown } = typed('lf', { ...CHOSEN, focus: 'tasks' });
		expect(shown.taskArn && shortTaskId(shown.taskArn)).toBe('8e7d6c');
		expect(shown.logs.oneTask).toBe(true);
	});

	test('has its own log; elsewhere the log is that of the service', () => {
		const onTask = typed('\rl', { ...CHOSEN, focus: 'tasks' }).shown;
		expect(onTask).toMatchObject({ screens: ['task', 'logs'], logs: { oneTask: true } });
		expect(typed('l', { ...onTask, screens: [] }).shown.logs.oneTask).toBe(false);
	});

	test('stays on its screen when the table no longer has it', () => {
		const ui: Partial<UiState> = {
			...CHOSEN,
			taskArn: 'gone',
			screens: ['task'],
			tables: { tasks: { ...INITIAL_TABLE, filter: 'oom' } },
		};
		expect(typed('', ui).shown.taskArn).toBe('gone');
	});
});
