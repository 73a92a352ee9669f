import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { judgeServices } from '../../src/cli/judge-services.ts';
import type { Task } from '../../src/model/task.ts';
import { fakeAws } from '../store/fake-aws.ts';
import { aService, aTask } from '../fixtures/a-service.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const io = {
	stdout: new PassThrough(),
	stderr: new PassThrough(),
	env: {},
	signal: new AbortController().signal,
	wait: async () => {},
	now: () => NOW,
};

const dead = (id: string, changes: Partial<Task> = {}): Task =>
	aTask('checkout', id, {
		lastStatus: 'STOPPED',
		stopCode: 'EssentialContainerExited',
		stoppingAt: NOW - 60_000,
		containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 1 }],
		...changes,
	});

test('counts a task once that ends between the two lists of tasks', async () => {
	const ending = dead('b', { lastStatus: 'DEPROVISIONING' });
	const aws = fakeAws({
		tasks: async (_cluster, { desiredStatus }) =>
			desiredStatus === 'RUNNING' ? [ending] : [dead('a'), { ...ending, lastStatus: 'STOPPED' }],
	});
	const checkout = aService('checkout', { runningCount: 1 });
	const judged = await judgeServices(aws, [checkout], io);
	expect(judged.get(checkout.serviceArn)?.reason).toBe('1 of 2 running');
});
