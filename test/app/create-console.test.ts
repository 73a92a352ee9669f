import { describe, expect, test } from 'vitest';
import type { Connection, Live } from '../../src/app/console-options.ts';
import { createConsole } from '../../src/app/create-console.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { shopLogTail } from '../fixtures/shop-log-tail.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { PROD, REGION } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';

/** Connections that are opened by hand, and what became of them. */
function connections() {
	const opened: { readonly to: Connection; readonly open: () => void; readonly fail: (error: Error) => void }[] = [];
	const closed: Connection[] = [];
	const connect = (to: Connection): Promise<Live> =>
		new Promise((resolve, reject) => {
			const live: Live = {
				store: stillStore(shopPicture()),
				profiles: [],
				createLogTail: shopLogTail,
				close: () => void closed.push(to),
			};
			opened.push({ to, open: () => resolve(live), fail: reject });
		});
	return { connect, opened, closed };
}

const TOKYO: Connection = { regions: [REGION] };
const DUBLIN: Connection = { regions: ['eu-west-1'] };
const now = () => 0;

/** Lets what was promised come about. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('connecting', () => {
	test('is live once the connection is open', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], now });
		console.connect(TOKYO);
		expect(console.link.getState().live).toBeUndefined();
		opened[0]?.open();
		await settled();
		expect(console.link.getState()).toMatchObject({ connection: TOKYO, choosing: false, failure: undefined });
		expect(console.link.getState().live).toBeDefined();
	});

	test('closes a connection that comes too late', async () => {
		const { connect, opened, closed } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], now });
		console.connect(TOKYO);
		console.connect(DUBLIN);
		opened[1]?.open();
		opened[0]?.open();
		await settled();
		expect(console.link.getState().connection).toEqual(DUBLIN);
		expect(closed).toEqual([TOKYO]);
	});

	test('leaves the old connection for a new one', async () => {
		const { connect, opened, closed } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], now });
		console.connect(TOKYO);
		opened[0]?.open();
		await settled();
		console.dispatch({ type: 'open', screen: 'regions' });
		console.connect(DUBLIN);
		expect(closed).toEqual([TOKYO]);
		expect(console.ui.getState().screens).toEqual([]);
	});

	test('says why there is no connection', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], now });
		console.connect(TOKYO);
		opened[0]?.fail(new Error('The profile "ops" is not in ~/.aws/config.'));
		await settled();
		expect(console.link.getState().failure).toBe('The profile "ops" is not in ~/.aws/config.');
	});

	test('shows the clusters that were asked for at the start', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: ['prod', 'prdo'], now });
		console.connect(TOKYO);
		opened[0]?.open();
		await settled();
		expect(console.ui.getState().clusterArns).toEqual([PROD]);
		expect(console.ui.getState().flash).toMatchObject({
			level: 'error',
			text: expect.stringContaining('prdo') as string,
		});
	});

	test('waits for clusters that cannot be listed yet, until others are chosen by hand', async () => {
		const store = stillStore(EMPTY_PICTURE);
		const console = createConsole({
			connect: async () => ({ store, profiles: [], createLogTail: shopLogTail, close: () => {} }),
			connection: TOKYO,
			clusters: ['prod'],
			now,
		});
		console.connect(TOKYO);
		await settled();
		expect(console.link.getState().choosing).toBe(true);
		const other = PROD.replace('prod', 'batch');
		console.dispatch({ type: 'select-clusters', clusterArns: [other] });
		expect(console.link.getState().choosing).toBe(false);
		store.show(shopPicture());
		await settled();
		expect(console.ui.getState()).toMatchObject({ clusterArns: [other], screens: [], flash: undefined });
	});

	test('lets the person choose where there is no cluster that was asked for', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: ['nope'], now });
		console.connect(TOKYO);
		opened[0]?.open();
		await settled();
		expect(console.ui.getState()).toMatchObject({
			screens: ['clusters'],
			flash: { level: 'error', text: expect.stringContaining('nope') as string },
		});
	});

	test('keeps the chosen clusters that the other regions have, and forgets the others in silence', async () => {
		const { connect, opened } = connections();
		const console = createConsole({ connect, connection: TOKYO, clusters: [], now });
		console.connect(TOKYO);
		opened[0]?.open();
		await settled();
		console.dispatch({ type: 'select-clusters', clusterArns: [PROD, PROD.replace(REGION, 'us-east-1')] });
		console.connect({ profile: 'ops', regions: [REGION] });
		opened[1]?.open();
		await settled();
		expect(console.ui.getState()).toMatchObject({ clusterArns: [PROD], screens: [], flash: undefined });
	});
});
