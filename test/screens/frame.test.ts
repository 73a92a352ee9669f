import { describe, expect, test, vi } from 'vitest';
import { createTheme } from '../../src/components/create-theme.ts';
import { IDLE_ACTING } from '../fixtures/idle-acting.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { NIGHT, PROD, REGION, serviceArn } from '../fixtures/shop.ts';
import { openConsole } from './open-console.ts';

describe('the frame', () => {
	test('finds and runs a command by name', async () => {
		const { press, sees, ended } = openConsole();
		await sees('checkout');
		press(':');
		await sees('Command');
		press('deplo\r');
		await sees(/╭ Deployments/u);
		press('\u001b');
		await sees(/╭ Services/u);
		press('\u0003');
		await ended;
	});

	test('says why a key does nothing now', async () => {
		const { press, sees, ended } = openConsole();
		await sees('checkout');
		press(',');
		await sees('reverse order: sort by a column first, with >');
		press('\u0003');
		await ended;
	});

	test('says what came of a key when it came, however long that took', async () => {
		let now = NIGHT;
		const fetched = Promise.withResolvers<void>();
		const tail = shopLogTail();
		const held = { ...tail.getState(), atBeginning: false };
		let state = held;
		const logTail = { ...tail, getState: () => state, loadOlder: () => fetched.promise };
		const { press, sees, losesSight, store, ended } = openConsole({
			now: () => now,
			connect: () =>
				Promise.resolve({ store, profiles: [], acting: IDLE_ACTING, createLogTail: () => logTail, close: () => {} }),
		});
		await sees('checkout');
		press('lg');
		await sees('fetching older lines');
		now += 20_000;
		await losesSight('fetching older lines');
		state = {
			...held,
			lines: { ...held.lines, at: (index) => held.lines.at(index + 1), length: held.lines.length - 1 },
		};
		fetched.resolve();
		await sees('older lines loaded');
		press('\u0003');
		await ended;
	});

	test('offers only keys that do something here and now', async () => {
		const { press, sees, lines, ended } = openConsole({ columns: 200, rows: 50 });
		await sees('z zoom');
		press('\r');
		await sees(/╭ Service ── checkout/u);
		expect(lines().at(-1)).not.toContain('z zoom');
		press('\u0003');
		await ended;
	});

	test('obeys remapped keys, and shows them', async () => {
		const { press, sees, ended } = openConsole({ keys: { 'move.down': ['n'], 'act.scale': ['E'] } });
		await sees('E scale');
		press('n');
		await sees('▌✖ payments');
		press('\u0003');
		await ended;
	});

	test('takes pasted text into a prompt, and never for keys', async () => {
		const { press, sees, ended } = openConsole();
		await sees('checkout');
		press('\u001b[200~q\u001b[201~');
		press('/');
		await sees('Enter keep');
		press('\u001b[200~pay\u001b[201~');
		await sees('Services ── 1 of 16');
		press('\u0003');
		await ended;
	});

	test('takes text for text that is pasted as soon as the prompt is open, and all of it', async () => {
		const { press, sees, ended } = openConsole();
		await sees('checkout');
		press('/\u001b[200~!\u001b[201~');
		await sees(/^ \/! +Enter keep/mu);
		press('\u001b[200~pa\u001b[201~\u001b[200~y\u001b[201~');
		expect(await sees(/Services ── .* \/!pay/u)).not.toContain('faults only');
		press('\u0003');
		await ended;
	});

	test('keeps fresh what is on screen, and nothing else', async () => {
		const { press, sees, store, ended } = openConsole({ columns: 120, rows: 34 });
		await sees('Tasks ── checkout');
		const kinds = () => store.watched().map((topic) => topic.kind);
		// What is watched follows what is drawn.
		await vi.waitFor(() =>
			expect(store.watched()).toEqual(
				expect.arrayContaining([
					{ kind: 'identity', region: REGION },
					{ kind: 'clusters', region: REGION },
					{ kind: 'services', clusterArn: PROD },
					{ kind: 'service', serviceArn: serviceArn('checkout') },
					{ kind: 'tasks', serviceArn: serviceArn('checkout') },
				]),
			),
		);
		press('m');
		await sees(/╭ Metrics/u);
		await vi.waitFor(() => expect(kinds()).toContain('long-metrics'));
		press('?');
		await sees(/╭ Help/u);
		await vi.waitFor(() => expect(kinds()).not.toContain('long-metrics'));
		expect(kinds()).not.toContain('tasks');
		press('\u001b');
		await sees(/╭ Metrics/u);
		press('\u001b');
		await sees('Tasks ── checkout');
		press('\u0003');
		await ended;
		expect(store.watched()).toEqual([]);
	});

	test('shows the clusters it was opened for', async () => {
		const { press, sees, ended } = openConsole({ clusters: ['staging'] });
		await sees(`There is no cluster staging in ${REGION}: choose what to show.`);
		press('\u0003');
		await ended;
	});

	test('says that it is read-only', async () => {
		const { press, sees, ended } = openConsole({ readOnly: true });
		await sees('READ-ONLY');
		press('\u0003');
		await ended;
	});

	test('paints the header of a protected context from end to end, and says the name of the context', async () => {
		const contexts = [{ name: 'live', account: '111122223333', clusters: ['prod'], protected: true }];
		const { press, sees, terminal, ended } = openConsole({ contexts });
		await sees(/^ deckwatch {2}live · prod · ap-northeast-1 {2}PROTECTED /u);
		const header = terminal.buffer.active.getLine(0);
		const papers = Array.from({ length: 80 }, (_, x) => header?.getCell(x)?.getBgColor());
		expect([...new Set(papers)]).toEqual([124]);
		expect(terminal.buffer.active.getLine(1)?.getCell(0)?.isBgDefault()).toBe(true);
		press('\u0003');
		await ended;
	});

	test('switches to a context, which is asked for with its profile and regions', async () => {
		const asked: unknown[] = [];
		const contexts = [
			{ name: 'audit', profile: 'viewer', account: '444455556666', regions: ['eu-west-1'], readOnly: true },
		];
		const { press, sees, store, ended } = openConsole({
			contexts,
			connect: async (connection) => {
				asked.push(connection);
				return { store, profiles: [], acting: IDLE_ACTING, createLogTail: shopLogTail, close: () => {} };
			},
		});
		await sees('checkout');
		press('Cc');
		await sees(/╭ Contexts/u);
		press('\r');
		await vi.waitFor(() => expect(asked).toHaveLength(2));
		expect(asked[1]).toEqual({ context: 'audit', profile: 'viewer', regions: ['eu-west-1'], clusters: [] });
		press('\u0003');
		await ended;
	});

	test('writes ASCII alone where the locale is not UTF-8', async () => {
		const theme = createTheme({ background: 'dark', colors: false, unicode: false });
		const { press, sees, ended } = openConsole({ theme });
		const screen = await sees('x checkout');
		const ours = screen.split('\n').filter((line) => !line.includes('日本語'));
		expect(ours.join('').replaceAll(/[\u0020-\u007e]/gu, '')).toBe('');
		press('\u0003');
		await ended;
	});
});

test('writes only the rows that changed', async () => {
	const { press, sees, written, losesSight, ended } = openConsole({ columns: 200, rows: 50 });
	await sees('checkout');
	press('z');
	await losesSight('Logs ──');
	const whole = written();
	press('j');
	await sees('▌✖ payments');
	expect(written() - whole).toBeLessThan(1_500);
	press('\u0003');
	await ended;
});

test('restores the terminal when it is left', async () => {
	const { terminal, press, sees, ended } = openConsole();
	await sees('checkout');
	expect(terminal.buffer.active.type).toBe('alternate');
	press('q');
	await ended;
	await vi.waitFor(() => expect(terminal.buffer.active.type).toBe('normal'));
	await vi.waitFor(() => expect(terminal.modes.bracketedPasteMode).toBe(false));
});

test('restores the terminal when something breaks, and leaves the telling to the caller', async () => {
	const { terminal, sees, store, lines, ended } = openConsole();
	await sees('checkout');
	store.show({ ...store.getState(), services: { [PROD]: { value: { broken: undefined as never } } } });
	await expect(ended).rejects.toThrow(/undefined/u);
	await vi.waitFor(() => expect(terminal.buffer.active.type).toBe('normal'));
	expect(lines().join('')).toBe('');
});

test('so it does when the mistake is made while it connects', async () => {
	const { terminal, ended } = openConsole({
		connect: () => Promise.reject(new TypeError('undefined is not a region')),
	});
	await expect(ended).rejects.toThrow('undefined is not a region');
	await vi.waitFor(() => expect(terminal.buffer.active.type).toBe('normal'));
});

test('q goes back from what covers the home screen, and quits from there; the footer says which', async () => {
	const { press, sees, ended } = openConsole({ columns: 240, rows: 60 });
	await sees('▌✖ checkout');
	await sees('q quit');
	press('e');
	await sees('Esc back');
	press('q');
	await sees('q quit');
	press('z');
	await sees('Esc back');
	press('qq');
	await ended;
});
