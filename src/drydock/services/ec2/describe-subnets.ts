import type { DescribeSubnetsRequest, DescribeSubnetsResult, Subnet } from '@aws-sdk/client-ec2';
import { AwsFault, type Call } from '../../wire/handler.ts';
import { arnOf } from '../../world/arn.ts';
import { freeAddresses } from '../../world/lifecycle/subnet-addresses.ts';
import type { SubnetState } from '../../world/subnet.ts';
import type { World } from '../../world/world.ts';
import { pageOf } from '../page.ts';
import { filtered, type FilterMembers } from './filtered.ts';
import { invalidToken } from './invalid-token.ts';

/** EC2 API reference, DescribeSubnets. */
const LARGEST_PAGE = 1000;

/** The filters that are understood, by the member they compare. */
const FILTERS: FilterMembers<SubnetState> = {
	'subnet-id': ({ subnetId }) => subnetId,
	'vpc-id': ({ vpcId }) => vpcId,
	'availability-zone': ({ availabilityZone }) => availabilityZone,
	'cidr-block': ({ cidrBlock }) => cidrBlock,
	state: () => 'available',
};

/** @throws {AwsFault} InvalidSubnetID.NotFound, InvalidParameterValue */
export function describeSubnets(world: World, { region }: Call, input: DescribeSubnetsRequest): DescribeSubnetsResult {
	const { SubnetIds = [], Filters = [], MaxResults = LARGEST_PAGE, NextToken } = input;
	const ofRegion = [...world.subnets.values()].filter((subnet) => subnet.region === region);
	const unknown = SubnetIds.find((id) => !ofRegion.some(({ subnetId }) => subnetId === id));
	if (unknown !== undefined) {
		throw new AwsFault('InvalidSubnetID.NotFound', `The subnet ID '${unknown}' does not exist`);
	}
	const asked = ofRegion.filter(({ subnetId }) => SubnetIds.length === 0 || SubnetIds.includes(subnetId));
	const found = filtered(asked, Filters, FILTERS);
	const { items, nextToken } = pageOf(found, MaxResults, NextToken, invalidToken);
	return { Subnets: items.map((subnet) => subnetShape(world, subnet)), NextToken: nextToken };
}

function subnetShape(world: World, subnet: SubnetState): Subnet {
	const { subnetId, vpcId, region, availabilityZone, cidrBlock } = subnet;
	return {
		SubnetId: subnetId,
		SubnetArn: arnOf(world, 'ec2', region, `subnet/${subnetId}`),
		VpcId: vpcId,
		OwnerId: world.account,
		State: 'available',
		CidrBlock: cidrBlock,
		AvailabilityZone: availabilityZone,
		AvailableIpAddressCount: freeAddresses(subnet),
		DefaultForAz: false,
		MapPublicIpOnLaunch: false,
		AssignIpv6AddressOnCreation: false,
		Tags: [],
	};
}
