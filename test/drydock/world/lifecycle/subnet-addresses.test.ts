import { expect, test } from 'vitest';
import { advanceBy } from '../../../../src/drydock/world/advance.ts';
import { SECOND } from '../../../../src/drydock/world/clock.ts';
import {
	freeAddresses,
	giveBackAddress,
	takeAddress,
} from '../../../../src/drydock/world/lifecycle/subnet-addresses.ts';
import { setDesiredCount } from '../../../../src/drydock/world/scheduler/set-desired-count.ts';
import type { SubnetState } from '../../../../src/drydock/world/subnet.ts';
import { serviceNamed, smallShop, tasks } from '../small-shop.ts';

function subnet(cidrBlock: string): SubnetState {
	return {
		subnetId: 'subnet-1',
		vpcId: 'vpc-1',
		region: 'eu-west-1',
		availabilityZone: 'eu-west-1a',
		cidrBlock,
		lastGiven: -1,
		wayOut: 'nat',
		taken: new Set(),
	};
}

test('a subnet keeps five addresses for AWS, and gives each of the others to one', () => {
	const small = subnet('10.0.1.240/28');
	const given = Array.from({ length: 11 }, () => takeAddress(small));
	expect(given[0]).toBe('10.0.1.244');
	expect(given.at(-1)).toBe('10.0.1.254');
	expect(new Set(given).size).toBe(11);
	expect(freeAddresses(small)).toBe(0);
	expect(takeAddress(small)).toBeUndefined();
});

test('an address that was given back is given out again, after all the others', () => {
	const small = subnet('10.0.1.240/28');
	const first = takeAddress(small) ?? '';
	giveBackAddress(small, first);
	expect(freeAddresses(small)).toBe(11);
	expect(Array.from({ length: 11 }, () => takeAddress(small)).at(-1)).toBe(first);
});

test('in a full subnet no task starts, and it says so as ECS does', () => {
	const world = smallShop({ services: ['{ name: cart, tasks: 33 }'], subnetPrefix: 28 });
	expect([...world.subnets.values()].map(freeAddresses)).toEqual([0, 0, 0]);
	setDesiredCount(world, serviceNamed(world, 'cart'), 34);
	advanceBy(world, 30 * SECOND);
	const failed = tasks(world, 'cart').filter(({ stopCode }) => stopCode === 'TaskFailedToStart');
	expect(failed.map(({ stoppedReason }) => stoppedReason)).toEqual([
		expect.stringMatching(
			/^Unexpected EC2 error while attempting to Create Network Interface with public IP assignment disabled in subnet 'subnet-0[0-9a-f]{16}': InsufficientFreeAddressesInSubnet$/u,
		),
	]);
	expect(tasks(world, 'cart').filter(({ lastStatus }) => lastStatus === 'RUNNING')).toHaveLength(33);
});
