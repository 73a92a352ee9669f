import { describe, expect, test } from 'vitest';
import { fitOn, fitOnNew, roomOn } from '../../src/model/instance-room.ts';
import { taskNeeds } from '../../src/model/task-needs.ts';
import { anInstance } from '../fixtures/an-instance.ts';

const HALF = taskNeeds({ cpu: '512', memory: '512' });
const web = (hostPort: number, protocol = 'tcp') =>
	taskNeeds({
		containerDefinitions: [{ cpu: 10, memory: 64, portMappings: [{ containerPort: 80, hostPort, protocol }] }],
	});

describe('room for tasks', () => {
	test('is what fits by CPU and by memory, on all instances together', () => {
		const instances = [
			anInstance(),
			anInstance({ remaining: { memory: 600 } }),
			anInstance({ remaining: { cpu: 511 } }),
		];
		expect(roomOn(instances, HALF)).toEqual({ tasks: 3, instances: 2, lacking: ['512 CPU units and 0.5 GB free'] });
	});

	test('is not on an instance that drains, or that ECS cannot reach', () => {
		const instances = [anInstance({ status: 'DRAINING' }), anInstance({ agentConnected: false })];
		expect(roomOn(instances, HALF)).toEqual({ tasks: 0, instances: 0, lacking: [] });
	});

	test('is for one on each instance when a port of the host is fixed, and for none where it is taken', () => {
		const instances = [anInstance(), anInstance({ remaining: { takenPorts: ['80'] } }), anInstance()];
		expect(roomOn(instances, web(80))).toEqual({ tasks: 2, instances: 2, lacking: ['port 80 free'] });
		expect(roomOn(instances, web(0)).tasks).toBe(96);
	});

	test('ports of UDP are others than those of TCP', () => {
		const instances = [anInstance({ remaining: { takenPorts: ['53'] } })];
		expect(roomOn(instances, web(53, 'udp')).tasks).toBe(1);
		expect(roomOn([anInstance({ remaining: { takenUdpPorts: ['53'] } })], web(53, 'udp')).tasks).toBe(0);
	});

	test('is only where the attributes are that the revision asks for', () => {
		const asks = (value?: string) =>
			taskNeeds({
				cpu: '512',
				memory: '512',
				requiresAttributes: [{ name: 'ecs.cpu-architecture', ...(value ? { value } : {}) }],
			});
		const arm = [anInstance({ attributes: [{ name: 'ecs.cpu-architecture', value: 'arm64' }] })];
		expect(roomOn(arm, asks()).tasks).toBe(2);
		expect(roomOn(arm, asks('arm64')).tasks).toBe(2);
		expect(roomOn(arm, asks('x86_64'))).toMatchObject({ tasks: 0, lacking: ['the attribute ecs.cpu-architecture'] });
	});

	test('names what most instances lack first', () => {
		const taken = { remaining: { takenPorts: ['80'] } };
		const instances = [anInstance({ remaining: { memory: 10 } }), anInstance(taken), anInstance(taken)];
		expect(roomOn(instances, web(80)).lacking).toEqual(['port 80 free', '10 CPU units and 64 MiB free']);
	});
});

describe('room on one instance', () => {
	test('says which of CPU and memory is the scarcer one', () => {
		expect(fitOn(anInstance({ remaining: { memory: 600 } }), HALF)).toMatchObject({
			tasks: 1,
			lack: { kind: 'memory' },
		});
		expect(fitOn(anInstance({ remaining: { cpu: 500 } }), HALF)).toMatchObject({ tasks: 0, lack: { kind: 'cpu' } });
	});

	test('of a new one goes by its size, its ports and its attributes; where the size is not told, nothing is', () => {
		const registered = { cpu: 2048, memory: 1800 };
		expect(fitOnNew(anInstance({ registered }), HALF)).toBe(3);
		expect(fitOnNew(anInstance({ registered, remaining: { takenPorts: ['80'] } }), web(80))).toBe(1);
		expect(fitOnNew(anInstance({ registered }), taskNeeds({ requiresAttributes: [{ name: 'gpu' }] }))).toBe(0);
		expect(fitOnNew(anInstance(), HALF)).toBeUndefined();
	});
});
