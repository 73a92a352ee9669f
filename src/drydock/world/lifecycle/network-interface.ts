import { hex, next, uuid } from '../random.ts';
import type { SubnetState } from '../subnet.ts';
import type { NetworkInterface, TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { giveBackAddress, takeAddress } from './subnet-addresses.ts';

/** An interface in the subnet, with the subnet's next address; undefined when none is free. */
export function createNetworkInterface(
	world: World,
	subnet: SubnetState,
	publicIp: boolean,
): NetworkInterface | undefined {
	const privateIpv4Address = takeAddress(subnet);
	if (privateIpv4Address === undefined) return undefined;
	const dashed = privateIpv4Address.replaceAll('.', '-');
	const octets = Array.from({ length: 5 }, () => hex(world.random, 2));
	return {
		attachmentId: uuid(world.random),
		networkInterfaceId: `eni-0${hex(world.random, 16)}`,
		macAddress: ['0a', ...octets].join(':'),
		privateIpv4Address,
		privateDnsName: `ip-${dashed}.${subnet.region}.compute.internal`,
		...(publicIp && { publicIpv4Address: publicAddress(world) }),
		status: 'PRECREATED',
	};
}

/** Takes the interface away, and gives its address back. */
export function releaseInterface(world: World, { networkInterface, subnetId = '' }: TaskState): void {
	if (!networkInterface) return;
	networkInterface.status = 'DELETED';
	const subnet = world.subnets.get(subnetId);
	if (subnet) giveBackAddress(subnet, networkInterface.privateIpv4Address);
}

function publicAddress({ random }: World): string {
	return `203.0.113.${1 + Math.floor(next(random) * 254)}`;
}
