import { expect, test } from 'vitest';
import { portDeadlockRemarks } from '../../../src/actions/deploy/port-deadlock.ts';
import type { ContainerInstance } from '../../../src/model/container-instance.ts';
import type { Service } from '../../../src/model/service.ts';
import { aService } from '../../fixtures/a-service.ts';
import { anInstance } from '../../fixtures/an-instance.ts';

const withPort = (hostPort: number, protocol = 'tcp') => ({
	containerDefinitions: [{ cpu: 256, memory: 512, portMappings: [{ containerPort: 80, hostPort, protocol }] }],
});
const TAKEN = anInstance({ remaining: { takenPorts: ['22', '80'] } });

function told(
	instances: readonly ContainerInstance[],
	{ service = {}, next = withPort(80) }: { readonly service?: Partial<Service>; readonly next?: object } = {},
) {
	const room = { instances: { value: instances }, quotas: [] };
	const onInstances = aService('web', { launchType: 'EC2', ...service });
	return portDeadlockRemarks(onInstances, room, { old: withPort(80), next: { ...next } }).map(({ text }) => text);
}

test('a port that every instance has taken is kept by the old tasks where none may stop first', () => {
	expect(told([TAKEN, TAKEN])).toEqual([
		'where an old task has port 80 it keeps it (min 100 %): nothing starts there until there is another instance, or minimumHealthyPercent is at most 50',
	]);
});

test('it is none where an instance has it free, another port is wanted, or an old task may stop', () => {
	expect(told([TAKEN, anInstance()])).toEqual([]);
	expect(told([TAKEN], { next: withPort(8080) })).toEqual([]);
	expect(told([TAKEN], { next: withPort(0) })).toEqual([]);
	const deploymentConfiguration = { minimumHealthyPercent: 50, maximumPercent: 100 };
	expect(told([TAKEN], { service: { deploymentConfiguration } })).toEqual([]);
	expect(told([TAKEN], { service: { desiredCount: 0 } })).toEqual([]);
});

test('it is another matter where the instances lack something else', () => {
	expect(told([anInstance({ remaining: { cpu: 0, takenPorts: ['22'] } })])).toEqual([]);
});
