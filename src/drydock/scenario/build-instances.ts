import { arnOf, ecsArn } from '../world/arn.ts';
import { type AutoScalingGroupState, capacityKey } from '../world/auto-scaling-group.ts';
import { type CapacityProviderState, MANAGED_SCALING } from '../world/capacity-provider.ts';
import { createInstance } from '../world/capacity/create-instance.ts';
import { registerInstance } from '../world/capacity/register-instance.ts';
import { DAY } from '../world/clock.ts';
import type { ClusterState } from '../world/cluster.ts';
import { uuid } from '../world/random.ts';
import type { World } from '../world/world.ts';
import type { Network } from './build-network.ts';
import type { InstancesEntry } from './instances-schema.ts';

/** Puts a group and its instances into the world, registered long ago, with the capacity provider over it. */
export function buildInstances(world: World, cluster: ClusterState, network: Network, entry: InstancesEntry): void {
	const { region } = cluster;
	const { name, type, desired, min = desired, max = desired } = entry;
	const group: AutoScalingGroupState = {
		autoScalingGroupName: name,
		autoScalingGroupArn: arnOf(
			world,
			'autoscaling',
			region,
			`autoScalingGroup:${uuid(world.random)}:autoScalingGroupName/${name}`,
		),
		region,
		clusterArn: cluster.clusterArn,
		instanceType: type,
		subnetIds: network.subnetIds,
		minSize: min,
		maxSize: max,
		desiredCapacity: desired,
		newInstancesProtectedFromScaleIn: entry.terminationProtection,
		createdAt: world.clock.now - 300 * DAY,
		instanceIds: new Set(),
		activities: [],
	};
	world.autoScalingGroups.set(capacityKey(region, name), group);
	if (entry.capacityProvider !== undefined) {
		const provider = buildProvider(world, group, { ...entry, name: entry.capacityProvider });
		cluster.capacityProviders = [...cluster.capacityProviders, provider.name];
	}
	for (let count = 0; count < desired; count++) addInstance(world, group);
}

function addInstance(world: World, group: AutoScalingGroupState): void {
	const { clock } = world;
	const { now } = clock;
	clock.now = now - 20 * DAY;
	const instance = createInstance(world, group);
	if (instance) {
		instance.lifecycleState = 'InService';
		instance.state = 'running';
		registerInstance(world, group, instance);
	}
	clock.now = now;
}

function buildProvider(
	world: World,
	{ region, autoScalingGroupName }: AutoScalingGroupState,
	{ name, targetCapacity, terminationProtection, draining }: InstancesEntry,
): CapacityProviderState {
	const provider: CapacityProviderState = {
		capacityProviderArn: ecsArn(world, region, 'capacity-provider', name),
		name,
		region,
		autoScalingGroupName,
		managedScaling:
			targetCapacity === undefined ? MANAGED_SCALING : { ...MANAGED_SCALING, status: 'ENABLED', targetCapacity },
		managedTerminationProtection: terminationProtection ? 'ENABLED' : 'DISABLED',
		managedDraining: draining ? 'ENABLED' : 'DISABLED',
		tags: [],
	};
	world.capacityProviders.set(capacityKey(region, name), provider);
	return provider;
}
