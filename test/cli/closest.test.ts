import { expect, test } from 'vitest';
import { closest } from '../../src/cli/closest.ts';

test.each([
	['servics', 'services'],
	['task', 'tasks'],
	['lgos', 'logs'],
	['xyz', undefined],
	['bogus', undefined],
	['a', undefined],
])('somebody who types %s may have meant %s', (typed, meant) => {
	expect(closest(typed, ['services', 'tasks', 'logs', 'keys'])).toBe(meant);
});
