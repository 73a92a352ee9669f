import { expect, test } from 'vitest';
import type { Task } from '../../src/model/task.ts';
import { noticeFlips } from '../../src/store/notice-flips.ts';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';

const checkout = serviceArn('checkout');
const loadBalancers = [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 8080 }];
const shop: Picture = {
	...EMPTY_PICTURE,
	services: {
		[PROD]: {
			value: {
				[checkout]: aService('checkout', { loadBalancers }),
				[serviceArn('search')]: aService('search'),
			},
		},
	},
};

function withTask(health: string, changes: Partial<Task> = {}): Picture {
	const containers = [{ name: 'app', lastStatus: 'RUNNING', healthStatus: health }];
	const task = aTask('checkout', 'a', { healthStatus: health, containers, ...changes });
	return { ...shop, tasks: { [checkout]: { value: { [task.taskArn]: task } } } };
}

function withTarget(state: string, reason?: string): Picture {
	const target = { id: '10.0.3.41', port: 8080, state, ...(reason === undefined ? {} : { reason }) };
	return { ...shop, targetHealth: { tg: { value: [target] } } };
}

function withAlarm(state: string): Picture {
	return { ...shop, alarms: { [checkout]: { value: [{ name: 'errors', state }] } } };
}

/** `task HEALTHY>UNHEALTHY` of what is noticed between two pictures. */
function noticed(before: Picture, after: Picture): readonly string[] {
	const flips = noticeFlips(before, after, 7).flips[checkout] ?? [];
	return flips.map((flip) => `${flip.kind} ${flip.before ?? ''}>${flip.after}`);
}

test('a task and its container whose health changes have flipped', () => {
	const { flips } = noticeFlips(withTask('HEALTHY'), withTask('UNHEALTHY'), 7);
	const { taskArn } = aTask('checkout', 'a');
	const turn = { at: 7, serviceArn: checkout, taskArn, before: 'HEALTHY', after: 'UNHEALTHY' };
	expect(flips).toEqual({
		[checkout]: [
			{ kind: 'task', ...turn },
			{ kind: 'container', container: 'app', ...turn },
		],
	});
});

test('the first sight of a health is written down without a before, but not that everything begins UNKNOWN', () => {
	expect(noticed(shop, withTask('HEALTHY'))).toEqual(['task >HEALTHY', 'container >HEALTHY']);
	expect(noticed(shop, withTask('UNKNOWN'))).toEqual([]);
	expect(noticed(withTask('UNKNOWN'), withTask('HEALTHY'))).toEqual([
		'task UNKNOWN>HEALTHY',
		'container UNKNOWN>HEALTHY',
	]);
});

test('a task that is stopped loses its health and has not flipped, unless a check failed', () => {
	const over = { lastStatus: 'DEPROVISIONING', desiredStatus: 'STOPPED' };
	expect(noticed(withTask('HEALTHY'), withTask('UNKNOWN', over))).toEqual([]);
	expect(noticed(withTask('HEALTHY'), withTask('UNHEALTHY', over))).toEqual([
		'task HEALTHY>UNHEALTHY',
		'container HEALTHY>UNHEALTHY',
	]);
	expect(noticed(shop, withTask('UNHEALTHY', over))).toEqual([]);
});

test('a target that flips does so for the service behind its group, with its reason', () => {
	const { flips } = noticeFlips(withTarget('initial'), withTarget('unhealthy', 'Target.Timeout'), 7);
	expect(flips).toEqual({
		[checkout]: [
			{
				at: 7,
				serviceArn: checkout,
				kind: 'target',
				targetGroupArn: 'tg',
				targetId: '10.0.3.41',
				port: 8080,
				before: 'initial',
				after: 'unhealthy',
				reason: 'Target.Timeout',
			},
		],
	});
	expect(noticed(shop, withTarget('healthy'))).toEqual(['target >healthy']);
});

test('an alarm flips when its state changes', () => {
	expect(noticed(shop, withAlarm('OK'))).toEqual(['alarm >OK']);
	expect(noticed(withAlarm('OK'), withAlarm('ALARM'))).toEqual(['alarm OK>ALARM']);
});

test('a picture in which no health changed stays the same object', () => {
	const before = withTask('HEALTHY');
	const after = withTask('HEALTHY', { lastStatus: 'DEACTIVATING' });
	expect(noticeFlips(before, after, 7)).toBe(after);
});
