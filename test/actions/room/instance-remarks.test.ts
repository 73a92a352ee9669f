import { describe, expect, test } from 'vitest';
import { instanceRemarks } from '../../../src/actions/room/instance-remarks.ts';
import type { ContainerInstance } from '../../../src/model/container-instance.ts';
import type { Service } from '../../../src/model/service.ts';
import { taskNeeds } from '../../../src/model/task-needs.ts';
import { aService } from '../../fixtures/a-service.ts';
import { anInstance } from '../../fixtures/an-instance.ts';
import { failing } from '../../store/fake-aws.ts';

const SIZE = { cpu: '1024', memory: '2048' };
const PORT = {
	containerDefinitions: [{ portMappings: [{ containerPort: 80, hostPort: 80 }] }],
	cpu: '256',
	memory: '512',
};
const TAKEN = anInstance({ remaining: { takenPorts: ['22', '80'] } });
const FULL = anInstance({ remaining: { cpu: 128 } });

type Told = { readonly document?: object; readonly service?: Partial<Service>; readonly mayStopFirst?: boolean };

function remarks(
	more: number,
	value: readonly ContainerInstance[],
	{ document = SIZE, service = {}, mayStopFirst = false }: Told = {},
) {
	const onInstances = { ...aService('checkout'), launchType: 'EC2', ...service };
	const needs = taskNeeds({ ...document });
	return instanceRemarks(onInstances, { value }, { more, needs, mayStopFirst }).map(
		({ level, text }) => `${level}: ${text}`,
	);
}

describe('tasks that are to run on instances', () => {
	test('find room', () => {
		expect(remarks(2, [anInstance(), anInstance({ remaining: { cpu: 2048, memory: 4096 } })])).toEqual([
			'good: room for 3 more tasks on 2 instances',
		]);
		expect(remarks(1, [anInstance(), FULL])).toEqual(['good: room for 1 more task on 1 instance']);
	});

	test('wait when no instance is large enough', () => {
		expect(remarks(2, [FULL, FULL])).toEqual([
			'warning: no instance has 1024 CPU units and 2 GB free: 2 tasks will wait for one',
		]);
	});

	test('wait when there is room for some of them', () => {
		expect(remarks(2, [anInstance(), FULL])).toEqual([
			'warning: room for 1 of 2 more tasks on 1 instance: 1 task will wait for another',
		]);
	});

	test('go one on each instance when they have a fixed port of the host', () => {
		expect(remarks(2, [anInstance(), TAKEN], { document: PORT })).toEqual([
			'warning: room for 1 of 2 more tasks on 1 instance: 1 task will wait for another',
		]);
		expect(remarks(1, [TAKEN], { document: PORT })).toEqual([
			'warning: no instance has port 80 free: 1 task will wait for one',
		]);
	});

	test('wait when no instance is there that takes tasks', () => {
		const text = 'warning: no instance that takes tasks is registered: 2 tasks will wait for one';
		expect(remarks(2, [])).toEqual([text]);
		expect(remarks(2, [anInstance({ agentConnected: false })])).toEqual([text]);
	});

	test('take the place of old ones that ECS may stop first', () => {
		expect(remarks(1, [TAKEN], { document: PORT, mayStopFirst: true })).toEqual([
			'info: no instance has port 80 free: old tasks are stopped first',
		]);
	});

	test('of a capacity provider go on its instances alone', () => {
		const { launchType: _, ...rest } = aService('checkout');
		const service = { ...rest, capacityProviderStrategy: [{ capacityProvider: 'asg-a', weight: 1, base: 0 }] };
		const instances = [anInstance({ capacityProviderName: 'asg-a' }), anInstance({ capacityProviderName: 'asg-b' })];
		const needs = taskNeeds(SIZE);
		expect(instanceRemarks(service, { value: instances }, { more: 1, needs })).toEqual([
			{ level: 'good', text: 'room for 1 more task on 1 instance' },
		]);
	});
});

describe('what cannot be judged is unknown:', () => {
	test.each<[string, Told, string]>([
		[
			'a service that chooses its instances',
			{ service: { placementConstraints: ['distinctInstance', 'memberOf(attribute:zone == a)'] } },
			'room on the instances: the service says where its tasks go (distinctInstance, memberOf(attribute:zone == a)), which is not judged here',
		],
		[
			'a revision that does',
			{ document: { ...SIZE, placementConstraints: [{ type: 'memberOf', expression: 'x' }] } },
			'room on the instances: its revision has placement constraints, which is not judged here',
		],
		[
			'GPUs',
			{ document: { ...SIZE, containerDefinitions: [{ resourceRequirements: [{ type: 'GPU', value: '1' }] }] } },
			'room on the instances: a task takes a GPU, which is not judged here',
		],
	])('%s', (_, told, text) => {
		expect(remarks(1, [anInstance()], told)).toEqual([`unknown: ${text}`]);
	});

	test('network interfaces of the instances, beside the room there is', () => {
		expect(remarks(1, [anInstance()], { document: { ...SIZE, networkMode: 'awsvpc' } })).toEqual([
			'good: room for 1 more task on 1 instance',
			'unknown: whether the instances have network interfaces left: ECS does not tell',
		]);
	});

	test('instances that may not be looked at', () => {
		const { failure } = failing('denied', { operation: 'ListContainerInstances' });
		expect(instanceRemarks(aService('checkout'), { failure }, { more: 1, needs: taskNeeds(SIZE) })).toEqual([
			{ level: 'unknown', text: 'room on the instances: no permission to look (ecs:ListContainerInstances)' },
		]);
	});
});
