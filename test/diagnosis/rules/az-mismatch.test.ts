import { expect, test } from 'vitest';
import { azMismatch } from '../../../src/diagnosis/rules/az-mismatch.ts';
import { checkout } from '../checkout.ts';
import { aTarget } from '../failing-checks.ts';

const subnets = ['a', 'c', 'd'].map((zone) => ({
	subnetId: `subnet-${zone}`,
	availabilityZone: `ap-northeast-1${zone}`,
	availableIpAddressCount: 200,
}));
const dark = aTarget(1, 'unused', {
	reason: 'Target.NotInUse',
	description: 'Target is in an Availability Zone that is not enabled for the load balancer',
	availabilityZone: 'ap-northeast-1d',
});
const service = checkout();

test('one zone of three: it is no chance that some tasks get no requests', () => {
	const [found] = azMismatch({ service, subnets, targets: [dark, aTarget(2, 'healthy')] });
	expect(found).toMatchObject({
		id: 'x-az-mismatch',
		severity: 'high',
		sentence: 'the load balancer does not serve ap-northeast-1d: tasks in 1 of its 3 zones get no requests',
		evidence: [{ text: 'tasks are placed in subnet-d, which is in ap-northeast-1d', api: 'ec2:DescribeSubnets' }],
	});
	expect(found?.explains).toContain('tg-az-not-enabled');
});

test('the only zone', () => {
	const [found] = azMismatch({ service, subnets: subnets.slice(2), targets: [dark] });
	expect(found?.sentence).toBe('the load balancer does not serve ap-northeast-1d: none of its tasks gets requests');
});

test('is silent where no target says so, the subnets are elsewhere, or nothing was read', () => {
	expect(
		azMismatch({ service, subnets, targets: [aTarget(1, 'unused', { availabilityZone: 'ap-northeast-1d' })] }),
	).toEqual([]);
	expect(azMismatch({ service, subnets: subnets.slice(0, 2), targets: [dark] })).toEqual([]);
	expect(azMismatch({ service, targets: [dark] })).toEqual([]);
	expect(azMismatch({ service, subnets })).toEqual([]);
});
