import { expect, test } from 'vitest';
import { targetGroupCheckWords } from '../../src/model/target-group-check-words.ts';
import { targetGroup } from '../fixtures/checkout-settings.ts';

test('says how a target group checks', () => {
	expect(targetGroupCheckWords(targetGroup)).toBe(
		'checks HTTP /healthz on the traffic port every 30s, timeout 5s; expects 200-299; healthy after 5, ' +
			'unhealthy after 2 in a row',
	);
});
