import { expect, test } from 'vitest';
import type { Task } from '../../../src/model/task.ts';
import { lifeWords, taskWalk } from '../../../src/views/task/task-walk.ts';
import { NOW, task } from '../../fixtures/checkout.ts';
import { MINUTE } from '../../fixtures/shop.ts';

/** A task with only these times. */
function taskWith(times: Partial<Task>): Task {
	const { taskArn, clusterArn, group, taskDefinitionArn, lastStatus, desiredStatus, healthStatus, containers } = task;
	const bare = { taskArn, clusterArn, group, taskDefinitionArn, lastStatus, desiredStatus, healthStatus, containers };
	return { ...bare, enableExecuteCommand: false, ...times };
}

test('walks through the steps that were taken, each with the time since the one before', () => {
	const walk = taskWalk(taskWith({ createdAt: NOW - 60_000, pullStartedAt: NOW - 50_000, startedAt: NOW - 20_000 }));
	expect(walk).toEqual([
		{ name: 'created', at: NOW - 60_000, after: undefined },
		{ name: 'pulling images', at: NOW - 50_000, after: 10_000 },
		{ name: 'started', at: NOW - 20_000, after: 30_000 },
	]);
});

test.each<[words: string, times: Partial<Task>]>([
	['running for 3m', { createdAt: NOW - 4 * MINUTE, startedAt: NOW - 3 * MINUTE }],
	['ran for 2m', { startedAt: NOW - 3 * MINUTE, stoppingAt: NOW - MINUTE, stoppedAt: NOW }],
	['never started', { createdAt: NOW - 3 * MINUTE, stoppedAt: NOW - MINUTE }],
	['not running yet, after 1m', { createdAt: NOW - MINUTE }],
	['-', {}],
])('says in a sentence: %s', (words, times) => {
	expect(lifeWords(taskWith(times), NOW)).toBe(words);
});
