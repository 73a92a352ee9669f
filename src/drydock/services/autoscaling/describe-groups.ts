import type {
	AutoScalingGroup,
	AutoScalingGroupNamesType,
	AutoScalingGroupsType,
	AutoScalingInstanceDetails,
	AutoScalingInstancesType,
	DescribeAutoScalingInstancesType,
	Instance,
} from '@aws-sdk/client-auto-scaling';
import type { AutoScalingGroupState } from '../../world/auto-scaling-group.ts';
import { groupInstances } from '../../world/capacity/group-instances.ts';
import { providerOf } from '../../world/capacity/provider-of.ts';
import type { Ec2InstanceState } from '../../world/ec2-instance.ts';
import { date } from '../date.ts';
import { groupsIn, type Look, page } from './look.ts';

/** Those of the names asked for that there are, else all. @throws {AwsFault} ValidationError, InvalidNextToken */
export function describeAutoScalingGroups(look: Look, input: AutoScalingGroupNamesType): AutoScalingGroupsType {
	const names = input.AutoScalingGroupNames ?? [];
	const groups = groupsIn(look).filter(
		({ autoScalingGroupName }) => names.length === 0 || names.includes(autoScalingGroupName),
	);
	const { items, nextToken } = page(groups, input, 50);
	return { AutoScalingGroups: items.map((group) => asGroup(look, group)), NextToken: nextToken };
}

/** Those of the ids asked for that are in a group, else all. @throws {AwsFault} ValidationError, InvalidNextToken */
export function describeAutoScalingInstances(
	look: Look,
	input: DescribeAutoScalingInstancesType,
): AutoScalingInstancesType {
	const ids = input.InstanceIds ?? [];
	const instances = groupsIn(look)
		.flatMap((group) => groupInstances(look.world, group))
		.filter(({ instanceId }) => ids.length === 0 || ids.includes(instanceId));
	const { items, nextToken } = page(instances, input, 50);
	return {
		AutoScalingInstances: items.map((instance): AutoScalingInstanceDetails => ({
			...asInstance(instance),
			AutoScalingGroupName: instance.autoScalingGroupName,
			// Here in capitals, unlike in the group.
			HealthStatus: 'HEALTHY',
		})),
		NextToken: nextToken,
	};
}

function asGroup({ world }: Look, group: AutoScalingGroupState): AutoScalingGroup {
	const zones = group.subnetIds.flatMap((id) => world.subnets.get(id)?.availabilityZone ?? []);
	return {
		AutoScalingGroupName: group.autoScalingGroupName,
		AutoScalingGroupARN: group.autoScalingGroupArn,
		LaunchTemplate: launchTemplate(group),
		MinSize: group.minSize,
		MaxSize: group.maxSize,
		DesiredCapacity: group.desiredCapacity,
		DefaultCooldown: 300,
		AvailabilityZones: zones,
		LoadBalancerNames: [],
		TargetGroupARNs: [],
		HealthCheckType: 'EC2',
		HealthCheckGracePeriod: 0,
		Instances: groupInstances(world, group).map(asInstance),
		CreatedTime: date(group.createdAt),
		SuspendedProcesses: [],
		VPCZoneIdentifier: group.subnetIds.join(','),
		EnabledMetrics: [],
		Tags: tagsOf(world, group),
		TerminationPolicies: ['Default'],
		NewInstancesProtectedFromScaleIn: group.newInstancesProtectedFromScaleIn,
		CapacityRebalance: false,
		TrafficSources: [],
	};
}

/** ECS marks the groups of its capacity providers (ECS developer guide, Auto Scaling group capacity providers). */
function tagsOf(world: Look['world'], group: AutoScalingGroupState): NonNullable<AutoScalingGroup['Tags']> {
	if (!providerOf(world, group)) return [];
	return [
		{
			ResourceId: group.autoScalingGroupName,
			ResourceType: 'auto-scaling-group',
			Key: 'AmazonECSManaged',
			Value: '',
			PropagateAtLaunch: true,
		},
	];
}

function asInstance(instance: Ec2InstanceState): Instance {
	return {
		InstanceId: instance.instanceId,
		InstanceType: instance.instanceType,
		AvailabilityZone: instance.availabilityZone,
		LifecycleState: instance.lifecycleState,
		HealthStatus: 'Healthy',
		LaunchTemplate: launchTemplate(instance),
		ProtectedFromScaleIn: instance.protectedFromScaleIn,
	};
}

function launchTemplate({ autoScalingGroupName }: { readonly autoScalingGroupName: string }): {
	LaunchTemplateName: string;
	Version: string;
} {
	return { LaunchTemplateName: `${autoScalingGroupName}-template`, Version: '1' };
}
