import { expect, test } from 'vitest';
import { subnetRemarks } from '../../../src/actions/room/subnet-remarks.ts';
import { aService } from '../../fixtures/a-service.ts';
import { failing } from '../../store/fake-aws.ts';

const IDS = ['subnet-0ab1', 'subnet-0ab2'];
const service = { ...aService('checkout'), network: { subnets: IDS, securityGroups: [] } };
const remarks = (more: number, ...free: readonly number[]) => {
	const value = free.map((availableIpAddressCount, index) => ({
		subnetId: IDS[index] ?? '',
		availabilityZone: 'ap-northeast-1a',
		availableIpAddressCount,
	}));
	return subnetRemarks(service, { value }, more).map(({ level, text }) => `${level}: ${text}`);
};

test('subnets with addresses enough are good', () => {
	expect(remarks(2, 200, 12)).toEqual(['good: subnets have 212 free addresses']);
	expect(remarks(2, 1, 1)).toEqual(['good: subnets have 2 free addresses']);
});

test('with fewer than there will be tasks, that is said with the names', () => {
	expect(remarks(2, 1, 0)).toEqual(['warning: 2 more tasks need 2 addresses; subnet-0ab1 and subnet-0ab2 have 1 free']);
	expect(remarks(1, 0, 0)).toEqual(['warning: 1 more task needs 1 address; subnet-0ab1 and subnet-0ab2 have 0 free']);
});

test('three of them are listed as people do', () => {
	const network = { subnets: [...IDS, 'subnet-0ab3'], securityGroups: [] };
	const value = network.subnets.map((subnetId) => ({ subnetId, availabilityZone: 'a', availableIpAddressCount: 0 }));
	expect(subnetRemarks({ ...service, network }, { value }, 2)[0]?.text).toBe(
		'2 more tasks need 2 addresses; subnet-0ab1, subnet-0ab2 and subnet-0ab3 have 0 free',
	);
});

test('a full subnet takes its share of the tasks all the same', () => {
	expect(remarks(2, 212, 0)).toEqual([
		'warning: subnet-0ab2 has no free address: a task that lands there fails to start',
	]);
});

test('a subnet that is gone is named', () => {
	expect(remarks(2, 212)).toEqual([
		'warning: subnet-0ab2: there is no such subnet any more',
		'good: subnets have 212 free addresses',
	]);
	expect(remarks(2)).toEqual(['warning: subnet-0ab1 and subnet-0ab2: there is no such subnet any more']);
});

test('without the permission it is unknown', () => {
	const { failure } = failing('denied', { service: 'ec2', operation: 'DescribeSubnets' });
	expect(subnetRemarks(service, { failure }, 2)).toEqual([
		{ level: 'unknown', text: 'addresses of the subnets: no permission to look (ec2:DescribeSubnets)' },
	]);
});

test('of a service whose tasks have no addresses of their own nothing is said', () => {
	expect(subnetRemarks(aService('checkout'), undefined, 2)).toEqual([]);
});
