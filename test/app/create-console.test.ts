import { describe, expect, test, vi } from 'vitest';
import type { Connection, Live, NoConnection } from '../../src/app/console-options.ts';
import { createConsole } from '../../src/app/create-console.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { IDLE_ACTING } from '../fixtures/idle-acting.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { PROD, REGION } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';

/** Connections that are opened by hand, and what became of them. */
function connections() {
	const opened: {
		readonly to: Connection;
		readonly open: () => void;
		readonly refuse: (failure: string) => void;
		readonly fail: (error: Error) => void;
	}[] = [];
	const closed: Connection[] = [];
	const connect = (to: Connection): Promise<Live | NoConnection> =>
		new Promise((resolve, reject) => {
			const live: Live = {
				store: stillStore(shopPicture()),
				profiles: [],
				acting: IDLE_ACTING,
				createLogTail: shopLogTail,
				close: () => void closed.push(to),
			};
			opened.push({ to, open: () => resolve(live), refuse: (failure) => resolve({ failure }), fail: reject });
		});
	return { connect, opened, closed };
}

const TOKYO: Connection = { regions: [REGION] };
const DUBLIN: Connection = { regions: ['eu-west-1'] };
const now = () => 0;
const crash = () => {};

/** Waits until what the last connection shows is settled. */
const isLive = ({ link }: ReturnType<typeof createConsole>) =>
	vi.waitUntil(() => link.getState().live !== undefined && !link.getState().choosing);

describe('connecting', () => {
	test('is live once the connection is open', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], contexts: [], now, crash });
		console.connect(TOKYO);
		expect(console.link.getState().live).toBeUndefined();
		opened[0]?.open();
		await isLive(console);
		expect(console.link.getState()).toMatchObject({ connection: TOKYO, choosing: false, failure: undefined });
	});

	test('closes a connection that comes too late', async () => {
		const { connect, opened, closed } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], contexts: [], now, crash });
		console.connect(TOKYO);
		console.connect(DUBLIN);
		opened[1]?.open();
		opened[0]?.open();
		await vi.waitFor(() => expect(closed).toEqual([TOKYO]));
		expect(console.link.getState().connection).toEqual(DUBLIN);
	});

	test('leaves the old connection for a new one', async () => {
		const { connect, opened, closed } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], contexts: [], now, crash });
		console.connect(TOKYO);
		opened[0]?.open();
		await isLive(console);
		console.dispatch({ type: 'open', screen: 'regions' });
		console.connect(DUBLIN);
		expect(closed).toEqual([TOKYO]);
		expect(console.ui.getState().screens).toEqual([]);
	});

	test('says why there is no connection', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], contexts: [], now, crash });
		console.connect(TOKYO);
		opened[0]?.refuse('The profile "ops" is not in ~/.aws/config.');
		const failure = await vi.waitUntil(() => console.link.getState().failure);
		expect(failure).toBe('The profile "ops" is not in ~/.aws/config.');
	});

	test('does not pass a mistake of its own off as trouble with AWS', async () => {
		const { connect, opened } = connections();
		const crashes: unknown[] = [];
		const console = createConsole({
			connect,
			connection: TOKYO,
			clusters: [],
			contexts: [],
			now,
			crash: (error) => void crashes.push(error),
		});
		const mistake = new TypeError('undefined is not a region');
		console.connect(TOKYO);
		opened[0]?.fail(mistake);
		await vi.waitUntil(() => crashes.length > 0);
		expect(crashes).toEqual([mistake]);
		expect(console.link.getState().failure).toBeUndefined();
	});

	test('shows the clusters that were asked for at the start', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: ['prod', 'prdo'], contexts: [], now, crash });
		console.connect(TOKYO);
		opened[0]?.open();
		await isLive(console);
		expect(console.ui.getState().clusterArns).toEqual([PROD]);
		expect(console.ui.getState().flash).toMatchObject({
			level: 'error',
			text: expect.stringContaining('prdo') as string,
		});
	});

	test('waits for clusters that cannot be listed yet, until others are chosen by hand', async () => {
		const store = stillStore(EMPTY_PICTURE);
		const console = createConsole({
			connect: async () => ({ store, profiles: [], acting: IDLE_ACTING, createLogTail: shopLogTail, close: () => {} }),
			connection: TOKYO,
			clusters: ['prod'],
			contexts: [],
			now,
			crash,
		});
		console.connect(TOKYO);
		await vi.waitUntil(() => console.link.getState().choosing);
		const other = PROD.replace('prod', 'batch');
		console.dispatch({ type: 'select-clusters', clusterArns: [other] });
		expect(console.link.getState().choosing).toBe(false);
		store.show(shopPicture());
		// Whatever has been promised comes about before this.
		await new Promise((resolve) => setImmediate(resolve));
		expect(console.ui.getState()).toMatchObject({ clusterArns: [other], screens: [], flash: undefined });
	});

	test('lets the person choose where there is no cluster that was asked for', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: ['nope'], contexts: [], now, crash });
		console.connect(TOKYO);
		opened[0]?.open();
		await isLive(console);
		expect(console.ui.getState()).toMatchObject({
			screens: ['clusters'],
			flash: { level: 'error', text: expect.stringContaining('nope') as string },
		});
	});

	test('shows the clusters that a context names instead, and says which are not there', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: ['staging'], contexts: [], now, crash });
		console.connect(TOKYO);
		console.connect({ ...TOKYO, context: 'live', clusters: ['pro*', 'nope'] });
		opened[1]?.open();
		await isLive(console);
		expect(console.ui.getState()).toMatchObject({
			clusterArns: [PROD],
			flash: { level: 'error', text: expect.stringContaining('There is no cluster nope in') as string },
		});
	});

	test('keeps the chosen clusters that the other regions have, and forgets the others in silence', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], contexts: [], now, crash });
		console.connect(TOKYO);
		opened[0]?.open();
		await isLive(console);
		console.dispatch({ type: 'select-clusters', clusterArns: [PROD, PROD.replace(REGION, 'us-east-1')] });
		console.connect({ profile: 'ops', regions: [REGION] });
		opened[1]?.open();
		await isLive(console);
		expect(console.ui.getState()).toMatchObject({ clusterArns: [PROD], screens: [], flash: undefined });
	});
});
