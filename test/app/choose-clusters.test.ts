import { expect, test } from 'vitest';
import { chooseClusters } from '../../src/app/choose-clusters.ts';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { shopPicture } from '../fixtures/shop-picture.ts';
import { PROD, REGION } from '../fixtures/shop.ts';
import { stillStore } from '../fixtures/still-store.ts';

test('finds clusters by name or ARN, and says which are missing', async () => {
	const store = stillStore(shopPicture());
	await expect(chooseClusters(store, ['prod'], [REGION])).resolves.toEqual({ clusterArns: [PROD], missing: [] });
	await expect(chooseClusters(store, [PROD, 'prdo'], [REGION])).resolves.toEqual({
		clusterArns: [PROD],
		missing: ['prdo'],
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
