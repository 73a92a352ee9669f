import { expect, test } from 'vitest';
import { chooseClusters } from '../../src/app/choose-clusters.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { PROD, REGION } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';

test('finds clusters by name or ARN, and says which are missing', async () => {
	const store = stillStore(shopPicture());
	await expect(chooseClusters(store, ['prod'], [REGION])).resolves.toEqual({
		clusterArns: [PROD],
		missing: [],
		unread: [],
	});
	await expect(chooseClusters(store, [PROD, 'prdo'], [REGION])).resolves.toEqual({
		clusterArns: [PROD],
		missing: ['prdo'],
		unread: [],
	});
});

test('watches the list of clusters until it is there, and no longer', async () => {
	const store = stillStore(EMPTY_PICTURE);
	const chosen = chooseClusters(store, ['prod'], [REGION]);
	expect(store.watched()).toEqual([{ kind: 'clusters', region: REGION }]);
	store.show(shopPicture());
	await chosen;
	expect(store.watched()).toEqual([]);
});

test('waits for a region that fails, unless the others have some of what was asked for', async () => {
	const failure = {
		kind: 'timed-out',
		service: 'ecs',
		operation: 'ListClusters',
		code: 'Slow',
		message: '',
		next: '',
		since: 0,
	} as const;
	const store = stillStore({ ...shopPicture(), clusters: { ...shopPicture().clusters, 'us-west-2': { failure } } });
	await expect(chooseClusters(store, ['prod'], [REGION, 'us-west-2'])).resolves.toMatchObject({ missing: [] });
	await expect(chooseClusters(store, ['prod', 'prdo'], [REGION, 'us-west-2'])).resolves.toEqual({
		clusterArns: [PROD],
		missing: ['prdo'],
		unread: ['us-west-2'],
	});
	store.show({ ...EMPTY_PICTURE, clusters: { [REGION]: { failure } } });
	const chosen = chooseClusters(store, ['prod'], [REGION]);
	store.show(shopPicture());
	await expect(chosen).resolves.toEqual({ clusterArns: [PROD], missing: [], unread: [] });
});

test('takes a pattern for all clusters that fit it, in every region that can be read', async () => {
	const failure = {
		kind: 'timed-out',
		service: 'ecs',
		operation: 'ListClusters',
		code: 'Slow',
		message: '',
		next: '',
		since: 0,
	} as const;
	const { clusters } = shopPicture();
	const store = stillStore({ ...shopPicture(), clusters: { ...clusters, 'us-west-2': {} } });
	const chosen = chooseClusters(store, ['pro*', 'batch-*'], [REGION, 'us-west-2']);
	expect(store.watched()).toHaveLength(2);
	store.show({ ...shopPicture(), clusters: { ...clusters, 'us-west-2': { failure } } });
	await expect(chosen).resolves.toEqual({ clusterArns: [PROD], missing: [], unread: ['us-west-2'] });
	await expect(chooseClusters(store, ['batch-*'], [REGION])).resolves.toMatchObject({ missing: ['batch-*'] });
});
