import type { Subnet } from '../model/subnet.ts';
import type { Connections } from './connections.ts';
import { list, requiredText } from './shapes/scalars.ts';

/** The named subnets; those that are gone are left out. */
export async function readSubnets(
	connections: Connections,
	region: string,
	subnetIds: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Subnet[]> {
	if (subnetIds.length === 0) return [];
	const { DescribeSubnetsCommand } = await import('./clients/ec2.ts');
	// By filter: asked for by id, one that is gone fails the whole call.
	const query = { Filters: [{ Name: 'subnet-id', Values: [...subnetIds] }] };
	const { Subnets } = await connections
		.to('ec2', region)
		.call('DescribeSubnets', (ec2, options) => ec2.send(new DescribeSubnetsCommand(query), options), signal);
	return list(Subnets).map(({ SubnetId, AvailabilityZone, AvailableIpAddressCount = 0 }) => ({
		subnetId: requiredText(SubnetId),
		availabilityZone: requiredText(AvailabilityZone),
		availableIpAddressCount: AvailableIpAddressCount,
	}));
}
