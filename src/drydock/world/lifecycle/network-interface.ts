import { hex, next, uuid } from '../random.ts';
import type { SubnetState } from '../subnet.ts';
import type { NetworkInterface } from '../task.ts';
import type { World } from '../world.ts';

/** An interface in the subnet, with the subnet's next address. */
export function createNetworkInterface(world: World, subnet: SubnetState, publicIp: boolean): NetworkInterface {
	const privateIpv4Address = addressIn(subnet);
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

/** The first four addresses of a subnet and its last are AWS's (VPC user guide, subnet sizing). */
function addressIn(subnet: SubnetState): string {
	const [base = '', bits = '24'] = subnet.cidrBlock.split('/');
	const usable = 2 ** (32 - Number(bits)) - 5;
	const offset = 4 + (subnet.addressesGiven++ % usable);
	const start = base.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0) + offset;
	return [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256).join('.');
}

function publicAddress({ random }: World): string {
	return `203.0.113.${1 + Math.floor(next(random) * 254)}`;
}
