import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { serviceEvidence } from '../../src/store/service-evidence.ts';
import { aService, aTask } from '../fixtures/a-service.ts';
import { PROD, serviceArn } from '../fixtures/shop.ts';

const checkout = serviceArn('checkout');
const loadBalancers = ['blue', 'green'].map((targetGroupArn) => ({
	targetGroupArn,
	containerName: 'app',
	containerPort: 8080,
}));
const service = aService('checkout', { loadBalancers });
const NOW = 10_000_000;
const running = aTask('checkout', 'running');
const stopped = aTask('checkout', 'stopped', { lastStatus: 'STOPPED' });
const table = { [running.taskArn]: running, [stopped.taskArn]: stopped };
const health = (id: string) => [{ id, port: 8080, state: 'healthy' }];

const picture: Picture = {
	...EMPTY_PICTURE,
	serviceReadAt: { [checkout]: NOW },
	tasks: { [checkout]: { value: table, readAt: NOW - 2_000 } },
	stoppedTasks: { [PROD]: { value: { 'service:checkout': { [stopped.taskArn]: stopped } }, readAt: NOW } },
	targetHealth: {
		blue: { value: health('10.0.3.41'), readAt: NOW },
		green: { value: health('10.0.3.42'), readAt: NOW },
	},
};

test('joins the targets of all target groups', () => {
	expect(serviceEvidence(picture, service).targets?.map(({ id }) => id)).toEqual(['10.0.3.41', '10.0.3.42']);
});

test('counts a task once that two readings know of', () => {
	expect(serviceEvidence(picture, service).tasks).toEqual([stopped, running]);
});

test('does not say of the present what was read long before the service', () => {
	const later = { ...picture, serviceReadAt: { [checkout]: NOW + 3_600_000 } };
	expect(serviceEvidence(later, service).tasks).toEqual([stopped]);
	expect(serviceEvidence(later, service).targets).toBeUndefined();
});

test('takes what is read slowly for the present as long as it is read at its pace', () => {
	const minuteOld = { ...picture, serviceReadAt: { [checkout]: NOW + 60_000 } };
	expect(serviceEvidence(minuteOld, service).tasks).toEqual([stopped]);
	expect(serviceEvidence({ ...minuteOld, refreshMs: 60_000 }, service).tasks).toEqual([stopped, running]);
	const manyTasks = { ...service, runningCount: 4_000 };
	expect(serviceEvidence(minuteOld, manyTasks).tasks).toEqual([stopped, running]);
	const manyGroups = Array.from({ length: 700 }, (_, index) => [`group${index}`, { value: [], readAt: NOW }] as const);
	const quarterOld = { ...picture, serviceReadAt: { [checkout]: NOW + 15 * 60_000 } };
	const targetHealth = { ...picture.targetHealth, ...Object.fromEntries(manyGroups) };
	expect(serviceEvidence(quarterOld, service).targets).toBeUndefined();
	expect(serviceEvidence({ ...quarterOld, targetHealth }, service).targets).toHaveLength(2);
});

test('leaves open what was not read', () => {
	expect(serviceEvidence(EMPTY_PICTURE, service)).toEqual({
		service,
		tasks: undefined,
		targets: undefined,
		scaling: undefined,
		metrics: undefined,
	});
});
