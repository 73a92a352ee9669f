import { expect, test } from 'vitest';
import { byLastStep } from '../../src/model/task.ts';
import { CHECKOUT_TASKS } from '../fixtures/shop-task.ts';

test('tasks that are there come first, then the stopped ones, the last to stop on top', () => {
	const ids = CHECKOUT_TASKS.toSorted(byLastStep).map(({ taskArn }) => taskArn.slice(-12, -6));
	expect(ids).toEqual(['8e7d6c', '5d10fe', '3f2a1b', '9c01de', '77aa10', 'a41b9c', 'b52c0d', 'c63d1e']);
});
