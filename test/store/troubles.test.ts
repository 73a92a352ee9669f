import { expect, test } from 'vitest';
import { EMPTY_PICTURE } from '../../src/store/picture.ts';
import { createTroubles } from '../../src/store/troubles.ts';
import { aService } from '../fixtures/a-service.ts';

const MINUTE = 60_000;
const short = aService('checkout', { runningCount: 1 });
const failing = (name: string) => {
	const service = aService(name);
	return { ...service, deployments: service.deployments.map((one) => ({ ...one, failedTasks: 2 })) };
};

test('a service that lacks tasks is in trouble after a minute of it, not sooner', () => {
	const troubles = createTroubles();
	expect(troubles.among(EMPTY_PICTURE, [short], 0)).toEqual([]);
	expect(troubles.among(EMPTY_PICTURE, [short], MINUTE - 1)).toEqual([]);
	expect(troubles.among(EMPTY_PICTURE, [short], MINUTE)).toEqual([short]);
});

test('a minute in which all tasks ran begins anew', () => {
	const troubles = createTroubles();
	troubles.among(EMPTY_PICTURE, [short], 0);
	troubles.among(EMPTY_PICTURE, [aService('checkout')], MINUTE - 1);
	expect(troubles.among(EMPTY_PICTURE, [short], MINUTE)).toEqual([]);
});

test('a service is read closely for five minutes after its last sign', () => {
	const troubles = createTroubles();
	expect(troubles.among(EMPTY_PICTURE, [failing('checkout')], 0)).toHaveLength(1);
	expect(troubles.among(EMPTY_PICTURE, [aService('checkout')], 5 * MINUTE - 1)).toHaveLength(1);
	expect(troubles.among(EMPTY_PICTURE, [aService('checkout')], 5 * MINUTE)).toEqual([]);
});

test('of many in trouble the ten that lack most are read', () => {
	const troubles = createTroubles();
	const many = Array.from({ length: 12 }, (_, index) => failing(`s${index}`));
	const down = { ...failing('z'), runningCount: 0 };
	const chosen = troubles.among(EMPTY_PICTURE, [...many, down], 0);
	expect(chosen).toHaveLength(10);
	expect(chosen[0]).toBe(down);
});

test('a service that is created again begins anew', () => {
	const troubles = createTroubles();
	troubles.among(EMPTY_PICTURE, [failing('cart'), short], 0);
	troubles.among(EMPTY_PICTURE, [], 1);
	expect(troubles.among(EMPTY_PICTURE, [aService('cart'), short], MINUTE)).toEqual([]);
});

test('one that is being deleted is in no trouble', () => {
	expect(createTroubles().among(EMPTY_PICTURE, [{ ...failing('checkout'), status: 'DRAINING' }], 0)).toEqual([]);
});
