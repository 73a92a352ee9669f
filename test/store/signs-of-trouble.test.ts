import { expect, test } from 'vitest';
import type { Task } from '../../src/model/task.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { showsTrouble } from '../../src/store/signs-of-trouble.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';

const NOW = Date.UTC(2026, 10, 20, 3);
const MINUTE = 60_000;
const checkout = serviceArn('checkout');
const loadBalancers = [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 8080 }];
const calm = aService('checkout', { loadBalancers });
const [deployment] = calm.deployments;
const event = (id: string, message: string) => ({ id, createdAt: NOW, message });
const STEADY = event('a', '(service checkout) has reached a steady state.');
const NO_ROOM = event(
	'b',
	'(service checkout) was unable to place a task because no container instance met all of its requirements.',
);

function dead(changes: Partial<Task>): Task {
	return aTask('checkout', 'x', {
		lastStatus: 'STOPPED',
		desiredStatus: 'STOPPED',
		stoppedAt: NOW - MINUTE,
		...changes,
	});
}

function withStopped(task: Task): Picture {
	return { ...EMPTY_PICTURE, stoppedTasks: { [PROD]: { value: { 'service:checkout': { [task.taskArn]: task } } } } };
}

const crashed = dead({ stopCode: 'EssentialContainerExited' });
const unhealthy = aTask('checkout', 'x', { healthStatus: 'UNHEALTHY' });

test.each<[sign: string, picture: Picture, changes: Parameters<typeof aService>[1]]>([
	[
		'failed tasks of a deployment',
		EMPTY_PICTURE,
		{ deployments: deployment ? [{ ...deployment, failedTasks: 1 }] : [] },
	],
	['a failed rollout', EMPTY_PICTURE, { deployments: deployment ? [{ ...deployment, rolloutState: 'FAILED' }] : [] }],
	['a placement event', EMPTY_PICTURE, { events: [NO_ROOM, STEADY] }],
	[
		'an unhealthy target',
		{ ...EMPTY_PICTURE, targetHealth: { tg: { value: [{ id: 'i', port: 80, state: 'unhealthy' }] } } },
		{},
	],
	['an unhealthy task', { ...EMPTY_PICTURE, tasks: { [checkout]: { value: { x: unhealthy } } } }, {}],
	['a task that crashed lately', withStopped(crashed), {}],
])('%s is a sign of trouble', (_, picture, changes) => {
	expect(showsTrouble(picture, { ...calm, ...changes }, NOW)).toBe(true);
});

test.each<[sign: string, picture: Picture, changes: Parameters<typeof aService>[1]]>([
	['rest', EMPTY_PICTURE, {}],
	['a placement event before the steady state', EMPTY_PICTURE, { events: [STEADY, NO_ROOM] }],
	[
		'a target that comes in',
		{ ...EMPTY_PICTURE, targetHealth: { tg: { value: [{ id: 'i', port: 80, state: 'initial' }] } } },
		{},
	],
	['a crash of an hour ago', withStopped({ ...crashed, stoppedAt: NOW - 60 * MINUTE }), {}],
])('%s is none', (_, picture, changes) => {
	expect(showsTrouble(picture, { ...calm, ...changes }, NOW)).toBe(false);
});
