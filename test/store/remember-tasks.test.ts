import { expect, test } from 'vitest';
import { leftTasks, rememberTasks } from '../../src/store/remember-tasks.ts';
import { aTask } from '../fixtures/a-service.ts';

const stopped = (id: string, stoppedAt: number) => aTask('checkout', id, { lastStatus: 'STOPPED', stoppedAt });
const table = (...tasks: ReturnType<typeof aTask>[]) => Object.fromEntries(tasks.map((task) => [task.taskArn, task]));

test('remembers stopped tasks that AWS has forgotten', () => {
	const old = stopped('old', 1);
	const running = aTask('checkout', 'new');
	expect(Object.values(rememberTasks(table(old), [running]))).toEqual([running, old]);
});

test('forgets running tasks that are no more', () => {
	expect(rememberTasks(table(aTask('checkout', 'gone')), [])).toEqual({});
});

test('keeps the newest stopped ones and every running one', () => {
	const kept = rememberTasks(table(stopped('a', 1), stopped('b', 2)), [stopped('c', 3), aTask('checkout', 'd')], 2);
	expect(Object.keys(kept).map((arn) => arn.at(-1))).toEqual(['d', 'c', 'b']);
});

test('names the tasks that left the list of running ones without being seen stopped', () => {
	const before = table(aTask('checkout', 'left'), aTask('checkout', 'stays'), stopped('done', 1));
	expect(leftTasks(before, [aTask('checkout', 'stays')])).toEqual([aTask('checkout', 'left').taskArn]);
});
