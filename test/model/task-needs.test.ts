import { describe, expect, test } from 'vitest';
import { taskNeeds } from '../../src/model/task-needs.ts';

describe('the size of a task', () => {
	test('is its own, however it is written', () => {
		expect(taskNeeds({ cpu: '1024', memory: '2048' })).toMatchObject({ cpu: 1024, memory: 2048 });
		expect(taskNeeds({ cpu: '.5 vCPU', memory: '1 GB' })).toMatchObject({ cpu: 512, memory: 1024 });
	});

	test('is else what its containers reserve together', () => {
		const containerDefinitions = [{ cpu: 256, memory: 512 }, { cpu: 10, memory: 512, memoryReservation: 128 }, {}];
		expect(taskNeeds({ containerDefinitions })).toMatchObject({ cpu: 266, memory: 640 });
	});
});

describe('ports of the host', () => {
	const portMappings = [
		{ containerPort: 8080, hostPort: 80 },
		{ containerPort: 9090, hostPort: 0 },
		{ containerPort: 9091 },
		{ containerPort: 53, hostPort: 53, protocol: 'udp' },
	];
	const ports = (networkMode?: string) => {
		const { hostPorts, hostUdpPorts } = taskNeeds({
			containerDefinitions: [{ portMappings }],
			...(networkMode === undefined ? {} : { networkMode }),
		});
		return [hostPorts, hostUdpPorts];
	};

	test('are those that a bridge names', () => {
		expect(ports()).toEqual([['80'], ['53']]);
		expect(ports('bridge')).toEqual([['80'], ['53']]);
	});

	test('are all of them in host mode', () => {
		expect(ports('host')).toEqual([['80', '9090', '9091'], ['53']]);
	});

	test('are none for a task with an interface of its own', () => {
		expect(ports('awsvpc')).toEqual([[], []]);
	});
});

test('platform, storage, GPUs and constraints have the defaults that AWS gives them', () => {
	expect(taskNeeds({})).toMatchObject({
		architecture: 'X86_64',
		operatingSystem: 'LINUX',
		extraStorage: 0,
		gpus: false,
		constrained: false,
		attributes: [],
	});
	expect(
		taskNeeds({
			runtimePlatform: { cpuArchitecture: 'ARM64', operatingSystemFamily: 'LINUX' },
			ephemeralStorage: { sizeInGiB: 50 },
			placementConstraints: [{ type: 'memberOf' }],
			requiresAttributes: [{ name: 'ecs.capability.task-eni' }],
			containerDefinitions: [{ resourceRequirements: [{ type: 'GPU', value: '1' }] }],
		}),
	).toMatchObject({
		architecture: 'ARM64',
		extraStorage: 30,
		gpus: true,
		constrained: true,
		attributes: [{ name: 'ecs.capability.task-eni' }],
	});
});
