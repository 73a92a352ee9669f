import { expect, test } from 'vitest';
import { createCallLog } from '../../../src/drydock/wire/call-log.ts';

test('the log keeps the last calls, oldest first', () => {
	const log = createCallLog(3);
	for (const at of [1, 2, 3, 4, 5])
		log.record({ service: 'ecs', operation: 'ListClusters', region: 'eu-west-1', at, ms: 1, status: 200 });
	expect(log.calls.map(({ at }) => at)).toEqual([3, 4, 5]);
});
