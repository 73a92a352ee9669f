import { expect, test } from 'vitest';
import { readRoom } from '../../../src/actions/room/read-room.ts';
import { subjectOf } from '../../../src/actions/subject.ts';
import type { Service } from '../../../src/model/service.ts';
import { aService } from '../../fixtures/a-service.ts';
import { anInstance } from '../../fixtures/an-instance.ts';
import { failing, fakeAws } from '../../store/fake-aws.ts';

async function room(changes: Partial<Service>) {
	const { network: _, launchType: __, ...bare } = aService('checkout');
	const service = { ...bare, ...changes };
	const aws = fakeAws({
		subnets: async (_region, ids) =>
			ids.map((subnetId) => ({ subnetId, availabilityZone: 'a', availableIpAddressCount: 9 })),
		containerInstances: async () => [anInstance()],
		fargateQuota: (_region, kind) =>
			kind === 'spot' ? Promise.reject(failing('denied')) : Promise.resolve({ kind, vcpus: 40, used: 3 }),
	});
	return readRoom(aws, subjectOf(service), service);
}

test('a service on instances is about those, and about no quota of Fargate', async () => {
	expect(await room({ launchType: 'EC2' })).toEqual({ instances: { value: [anInstance()] }, quotas: [] });
});

test('tasks with interfaces of their own take addresses, wherever they run', async () => {
	const network = { subnets: ['subnet-0ab1'], securityGroups: [] };
	const subnets = { value: [{ subnetId: 'subnet-0ab1', availabilityZone: 'a', availableIpAddressCount: 9 }] };
	expect(await room({ launchType: 'EC2', network })).toMatchObject({ subnets });
	expect(await room({ launchType: 'FARGATE', network })).toEqual({
		subnets,
		quotas: [{ value: { kind: 'on-demand', vcpus: 40, used: 3 } }],
	});
});

test('each kind of Fargate has a quota, and what may not be read of one leaves the other', async () => {
	const capacityProviderStrategy = ['FARGATE', 'FARGATE_SPOT'].map((capacityProvider) => ({
		capacityProvider,
		weight: 1,
		base: 0,
	}));
	expect(await room({ capacityProviderStrategy })).toEqual({
		quotas: [{ value: { kind: 'on-demand', vcpus: 40, used: 3 } }, { failure: failing('denied').failure }],
	});
});
