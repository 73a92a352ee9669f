import type { DescribeInstancesRequest, DescribeInstancesResult, Instance } from '@aws-sdk/client-ec2';
import { AwsFault, type Call } from '../../wire/handler.ts';
import { sizeOf } from '../../world/capacity/instance-types.ts';
import type { Ec2InstanceState } from '../../world/ec2-instance.ts';
import type { World } from '../../world/world.ts';
import { date } from '../date.ts';
import { pageOf } from '../page.ts';
import { filtered, type FilterMembers } from './filtered.ts';
import { invalidToken } from './invalid-token.ts';

/** EC2 API reference, DescribeInstances. */
const LARGEST_PAGE = 1000;

/** Of each state (EC2 API reference, InstanceState). */
const CODES: Readonly<Record<Ec2InstanceState['state'], number>> = {
	pending: 0,
	running: 16,
	'shutting-down': 32,
	terminated: 48,
};

/** The filters that are understood, by the member they compare. */
const FILTERS: FilterMembers<Ec2InstanceState> = {
	'instance-id': ({ instanceId }) => instanceId,
	'instance-state-name': ({ state }) => state,
	'instance-type': ({ instanceType }) => instanceType,
	'availability-zone': ({ availabilityZone }) => availabilityZone,
	'private-ip-address': ({ privateIpAddress }) => privateIpAddress,
	'subnet-id': ({ subnetId }) => subnetId,
	'vpc-id': ({ vpcId }) => vpcId,
	'tag:aws:autoscaling:groupName': ({ autoScalingGroupName }) => autoScalingGroupName,
};

/** @throws {AwsFault} InvalidInstanceID.NotFound, InvalidParameterValue */
export function describeInstances(
	world: World,
	{ region }: Call,
	input: DescribeInstancesRequest,
): DescribeInstancesResult {
	const { InstanceIds: ids = [], Filters = [], MaxResults = LARGEST_PAGE, NextToken } = input;
	const ofRegion = [...world.ec2Instances.values()].filter((instance) => instance.region === region);
	const unknown = ids.find((id) => !ofRegion.some(({ instanceId }) => instanceId === id));
	if (unknown !== undefined) {
		throw new AwsFault('InvalidInstanceID.NotFound', `The instance ID '${unknown}' does not exist`);
	}
	const asked = ofRegion.filter(({ instanceId }) => ids.length === 0 || ids.includes(instanceId));
	const { items, nextToken } = pageOf(filtered(asked, Filters, FILTERS), MaxResults, NextToken, invalidToken);
	return {
		Reservations: items.map((instance) => ({
			ReservationId: instance.instanceId.replace('i-', 'r-'),
			OwnerId: world.account,
			Instances: [instanceShape(instance)],
		})),
		NextToken: nextToken,
	};
}

function instanceShape(instance: Ec2InstanceState): Instance {
	const { instanceId, state, region, privateIpAddress, autoScalingGroupName } = instance;
	const { architecture } = sizeOf(instance.instanceType);
	return {
		InstanceId: instanceId,
		InstanceType: instance.instanceType as NonNullable<Instance['InstanceType']>,
		ImageId: instance.imageId,
		State: { Code: CODES[state], Name: state },
		LaunchTime: date(instance.launchedAt),
		Architecture: architecture,
		Placement: { AvailabilityZone: instance.availabilityZone, Tenancy: 'default' },
		VpcId: instance.vpcId,
		SubnetId: instance.subnetId,
		...(state !== 'terminated' && {
			PrivateIpAddress: privateIpAddress,
			PrivateDnsName: `ip-${privateIpAddress.replaceAll('.', '-')}.${region}.compute.internal`,
		}),
		Tags: [
			{ Key: 'Name', Value: autoScalingGroupName },
			{ Key: 'aws:autoscaling:groupName', Value: autoScalingGroupName },
		],
	};
}
