import { expect, test } from 'vitest';
import type { Task } from '../../../src/model/task.ts';
import { createStore } from '../../../src/store/create-store.ts';
import { failing, fakeAws } from '../fake-aws.ts';
import { aTask } from '../../fixtures/a-service.ts';
import { PROD, serviceArn } from '../../fixtures/shop.ts';
import { steppedTime } from '../stepped-time.ts';

const checkout = serviceArn('checkout');
const random = () => 0.5;

/** An account whose tasks a test can change. */
function account() {
	const asked = { running: 0, stopped: 0, described: [] as string[] };
	const has = { running: [] as Task[], stopped: [] as Task[], gone: [] as Task[] };
	const aws = fakeAws({
		tasks: async (_cluster, { desiredStatus }) => {
			if (desiredStatus === 'RUNNING') asked.running += 1;
			else asked.stopped += 1;
			return desiredStatus === 'RUNNING' ? has.running : has.stopped;
		},
		describeTasks: async (_cluster, arns) => {
			asked.described.push(...arns);
			return has.gone.filter(({ taskArn }) => arns.includes(taskArn));
		},
	});
	return { aws, asked, has };
}

test('asks for the stopped tasks more rarely than for the running ones', async () => {
	const time = steppedTime();
	const { aws, asked } = account();
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(30_000);
	expect(asked.running).toBe(12);
	expect(asked.stopped).toBe(2);
});

test('takes no list for read whose other half failed', async () => {
	const time = steppedTime();
	const { aws, has } = account();
	has.stopped = [aTask('checkout', '3f2a1b', { lastStatus: 'STOPPED' })];
	let broken = true;
	const tasks: typeof aws.tasks = (cluster, query, options) =>
		broken && query.desiredStatus === 'RUNNING'
			? Promise.reject(failing('throttled'))
			: aws.tasks(cluster, query, options);
	const store = createStore({ aws: { ...aws, tasks }, time, random });
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(500);
	broken = false;
	await time.step(5_000);
	expect(Object.keys(store.getState().tasks[checkout]?.value ?? {})).toHaveLength(1);
});

test('asks what became of a task that left, until it has stopped, and remembers it', async () => {
	const time = steppedTime();
	const { aws, asked, has } = account();
	const store = createStore({ aws, time, random });
	const shown = () => store.getState().tasks[checkout]?.value?.[aTask('checkout', '3f2a1b').taskArn];
	has.running = [aTask('checkout', '3f2a1b')];
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(1000);
	has.running = [];
	has.gone = [aTask('checkout', '3f2a1b', { lastStatus: 'DEPROVISIONING', desiredStatus: 'STOPPED' })];
	await time.step(2500);
	expect(shown()?.lastStatus).toBe('DEPROVISIONING');
	has.gone = [aTask('checkout', '3f2a1b', { lastStatus: 'STOPPED', stopCode: 'EssentialContainerExited' })];
	await time.step(2500);
	expect(shown()?.stopCode).toBe('EssentialContainerExited');
	const times = asked.described.length;
	has.gone = [];
	await time.step(4_000_000);
	expect(asked.described).toHaveLength(times);
	expect(shown()?.stopCode).toBe('EssentialContainerExited');
});

test('does not ask for a service that the cursor only passes', async () => {
	const time = steppedTime();
	const { aws, asked } = account();
	const store = createStore({ aws, time, random });
	for (const name of ['checkout', 'payments', 'search']) {
		const leave = store.watch({ kind: 'tasks', serviceArn: serviceArn(name) });
		await time.step(30);
		leave();
	}
	await time.step(1000);
	expect(asked.running).toBe(0);
});

test('forgets the tasks of the services looked at longest ago when it holds too many', async () => {
	const time = steppedTime();
	const { aws, has } = account();
	const store = createStore({ aws, time, random });
	has.running = Array.from({ length: 3_000 }, (_, index) => aTask('worker', `task${index}`));
	for (const name of ['checkout', 'payments', 'search']) {
		const leave = store.watch({ kind: 'tasks', serviceArn: serviceArn(name) });
		await time.step(1000);
		leave();
	}
	expect(Object.keys(store.getState().tasks)).toEqual([serviceArn('search')]);
});

test('shows what stopped in a whole cluster by group, and says when it may not look', async () => {
	const time = steppedTime();
	const { aws, has } = account();
	const store = createStore({ aws, time, random });
	const [one, other] = [
		aTask('checkout', 'a', { lastStatus: 'STOPPED' }),
		aTask('payments', 'b', { lastStatus: 'STOPPED' }),
	];
	has.stopped = [one, other];
	store.watch({ kind: 'services', clusterArn: PROD });
	await time.step(1000);
	const groups = { 'service:checkout': { [one.taskArn]: one }, 'service:payments': { [other.taskArn]: other } };
	expect(store.getState().stoppedTasks[PROD]?.value).toEqual(groups);
	has.stopped = [];
	await time.step(30_000);
	expect(store.getState().stoppedTasks[PROD]?.value).toEqual(groups);

	const denied = createStore({ aws: { ...aws, tasks: () => Promise.reject(failing('denied')) }, time, random });
	denied.watch({ kind: 'services', clusterArn: PROD });
	await time.step(1000);
	expect(denied.getState().stoppedTasks[PROD]?.failure?.kind).toBe('denied');
	expect(denied.getState().services[PROD]?.failure).toBeUndefined();
});

test('Ctrl-r asks for the stopped tasks, too', async () => {
	const time = steppedTime();
	const { aws, asked } = account();
	const store = createStore({ aws, time, random });
	store.watch({ kind: 'tasks', serviceArn: checkout });
	await time.step(3_000);
	expect(asked.stopped).toBe(1);
	store.refresh();
	await time.step(1_000);
	expect(asked.stopped).toBe(2);
});
