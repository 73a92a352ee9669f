import { expect, test } from 'vitest';
import { EMPTY_PICTURE, type Picture } from '../../src/store/picture.ts';
import { evidenceParts, serviceEvidence } from '../../src/store/service-evidence.ts';
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
	const minutesOld = { ...picture, serviceReadAt: { [checkout]: NOW + 180_000 } };
	expect(serviceEvidence(minutesOld, service).tasks).toEqual([stopped]);
	expect(serviceEvidence({ ...minutesOld, refreshMs: 120_000 }, service).tasks).toEqual([stopped, running]);
	const manyTasks = { ...service, runningCount: 16_000 };
	expect(serviceEvidence(minutesOld, manyTasks).tasks).toEqual([stopped, running]);
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

test('joins what was read of it in particular, and of its cluster', () => {
	const capacity = [{ name: 'asg' }, { name: 'FARGATE' }];
	const definition = {
		taskDefinitionArn: service.taskDefinition,
		family: 'checkout',
		revision: 43,
		status: 'ACTIVE',
		containerDefinitions: [],
		document: {},
	};
	const flips = [{ kind: 'task', at: NOW, serviceArn: checkout, taskArn: 'a', after: 'HEALTHY' }] as const;
	const full: Picture = {
		...picture,
		taskDefinitions: { [service.taskDefinition]: { value: definition }, other: { value: definition } },
		targetGroups: { blue: { value: { targetGroupArn: 'blue', targetGroupName: 'blue', loadBalancerArns: [] } } },
		lastLines: { [stopped.taskArn]: { value: [] }, other: { value: [] } },
		capacityProviders: { [PROD]: { value: capacity } },
		containerInstances: { [PROD]: { value: [] } },
		flips: { [checkout]: flips },
	};
	expect(serviceEvidence(full, service)).toMatchObject({
		taskDefinitions: { [service.taskDefinition]: definition },
		targetGroups: [{ targetGroupArn: 'blue' }],
		lastLines: { [stopped.taskArn]: [] },
		capacityProviders: capacity,
		instances: [],
		flips,
	});
	const onFargate = { ...service, capacityProviderStrategy: [{ capacityProvider: 'FARGATE', weight: 1, base: 0 }] };
	expect(serviceEvidence(full, onFargate)).toMatchObject({ capacityProviders: [{ name: 'FARGATE' }] });
	expect(serviceEvidence(full, onFargate).instances).toBeUndefined();
});

test('has a part for whatever is joined, the same object while nothing changes', () => {
	const parts = evidenceParts(picture, service);
	expect(evidenceParts({ ...picture, lastLines: { other: { value: [] } } }, service)).toEqual(parts);
	const said = { ...picture, lastLines: { [stopped.taskArn]: { value: [] } } };
	expect(evidenceParts(said, service)).toHaveLength(parts.length + 1);
	const same = evidenceParts(said, service);
	expect(evidenceParts(said, service).every((part, index) => Object.is(part, same[index]))).toBe(true);
});
