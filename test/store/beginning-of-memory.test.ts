import { expect, test } from 'vitest';
import { createStore } from '../../src/store/create-store.ts';
import { aService } from '../fixtures/a-service.ts';
import { PROD, REGION, serviceArn } from '../fixtures/shop.ts';
import { fakeAws } from './fake-aws.ts';
import { steppedTime } from './stepped-time.ts';

const random = () => 0.5;
const checkout = serviceArn('checkout');

test('remembers nothing before services are known, so that the beginning of its memory shows them', async () => {
	const time = steppedTime();
	const services = Promise.withResolvers<void>();
	const aws = fakeAws({
		services: async () => {
			await services.promise;
			return [aService('checkout')];
		},
	});
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'clusters', region: REGION });
	store.watch({ kind: 'services', clusterArn: PROD, visible: [checkout] });
	await time.step(5_000);
	expect(store.getState().clusters[REGION]?.value).toBeDefined();
	expect(store.reachesTo()).toBeUndefined();
	services.resolve();
	await time.step(5_000);
	const begin = store.reachesTo() ?? Number.NaN;
	expect(store.at(begin)?.services[PROD]?.value?.[checkout]).toBeDefined();
	store.stop();
});
