import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/drydock/world/clock.ts';
import { the } from '../world/small-shop.ts';
import { NOON, trackedService } from './tracked-service.ts';

function followed() {
	const shop = trackedService();
	const name = the(the(shop.target.policies[0]).alarmNames[0]);
	const changes = () => (shop.records.alarms.get(name) ?? []).map(({ before, state, at }) => [before, state, at]);
	return { ...shop, changes };
}

test('a change of state is written down once, with its time, and stays what it was', () => {
	const { load, minutes, target, changes } = followed();
	target.maxCapacity = 4;
	load(4_000);
	minutes(10);
	const [newest, ...before] = changes();
	expect(newest).toEqual(['OK', 'ALARM', NOON + 4 * MINUTE]);
	minutes((5 * HOUR) / MINUTE);
	expect(changes()).toEqual([newest, ...before]);
	load(10);
	minutes(10);
	expect(changes()[0]?.slice(0, 2)).toEqual(['ALARM', 'OK']);
	expect(changes().slice(1)).toEqual([newest, ...before]);
});

test('another target does not rewrite what an alarm did before', () => {
	const { target, minutes, changes } = followed();
	const before = changes();
	const policy = the(target.policies[0]);
	policy.configuration = { ...policy.configuration, TargetValue: 1 };
	minutes(1);
	expect(changes().slice(1)).toEqual(before);
	expect(changes()[0]?.[1]).toBe('ALARM');
});
