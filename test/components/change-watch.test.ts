import { expect, test } from 'vitest';
import { createChangeWatch } from '../../src/components/change-watch.ts';

test('a cell is changed for two seconds after its text changed', () => {
	const watch = createChangeWatch();
	expect(watch.begin(0)('checkout', 'tasks', '4/4')).toBe(false);
	expect(watch.begin(1_000)('checkout', 'tasks', '2/4')).toBe(true);
	expect(watch.begin(2_999)('checkout', 'tasks', '2/4')).toBe(true);
	expect(watch.begin(3_000)('checkout', 'tasks', '2/4')).toBe(false);
});

test('a value that was not known before is not a change', () => {
	const watch = createChangeWatch();
	watch.begin(0)('checkout', 'cpu', '   -');
	expect(watch.begin(1_000)('checkout', 'cpu', ' 88%')).toBe(false);
	expect(watch.begin(2_000)('checkout', 'cpu', ' 91%')).toBe(true);
});

test('a row that comes into view is not a change', () => {
	const watch = createChangeWatch();
	watch.begin(0)('checkout', 'tasks', '4/4');
	watch.begin(500)('payments', 'tasks', '0/2');
	expect(watch.begin(1_000)('checkout', 'tasks', '2/4')).toBe(false);
});
