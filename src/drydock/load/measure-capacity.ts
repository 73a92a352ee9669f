import { sizeOf } from '../world/capacity/instance-types.ts';
import { needOf, reservation } from '../world/capacity/reservation.ts';
import { instancesOf } from '../world/placement/instances-of.ts';
import { tasksOn } from '../world/placement/remaining.ts';
import type { World } from '../world/world.ts';
import { type MetricBook, statisticsOf, writeMinute } from './metric-book.ts';

/**
 * Records how full the instances are: of each cluster what its tasks reserve, as a share of what its ACTIVE and DRAINING
 * instances have registered, and of each capacity provider with managed scaling its reservation (ECS developer guide,
 * CloudWatch metrics).
 */
export function measureCapacity(world: World, book: MetricBook, minute: number): void {
	for (const cluster of world.clusters.values()) {
		const instances = instancesOf(world, cluster);
		const tasks = instances.flatMap((instance) => tasksOn(world, instance));
		if (tasks.length === 0) continue;
		const share = (of: 'cpu' | 'memory'): number => {
			const registered = instances.reduce((sum, { instanceType }) => sum + sizeOf(instanceType)[of], 0);
			return (100 * tasks.reduce((sum, task) => sum + Number(task[of]), 0)) / registered;
		};
		const [CPUReservation, MemoryReservation] = [statisticsOf([share('cpu')]), statisticsOf([share('memory')])];
		if (!CPUReservation || !MemoryReservation) continue;
		writeMinute(book, cluster.clusterArn, minute, { CPUReservation, MemoryReservation });
	}
	for (const provider of world.capacityProviders.values()) {
		if (provider.managedScaling.status !== 'ENABLED') continue;
		const CapacityProviderReservation = statisticsOf([reservation(needOf(world, provider))]);
		if (!CapacityProviderReservation) continue;
		writeMinute(book, provider.capacityProviderArn, minute, { CapacityProviderReservation });
	}
}
