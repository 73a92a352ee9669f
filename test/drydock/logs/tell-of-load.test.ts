import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../src/drydock/world/clock.ts';
import { NOON, trackedService } from '../scaling/tracked-service.ts';

describe('a service under heavy load', () => {
	test('tells of it from the minute it begins until the minute it ends', () => {
		const { records, load, minutes } = trackedService();
		const [stream] = records.logs.streams.values();
		load(100_000);
		minutes(3);
		load(100);
		minutes(3);
		expect(stream?.episodes).toEqual([{ trouble: 'busy', from: NOON + MINUTE, until: NOON + 4 * MINUTE }]);
	});
});
