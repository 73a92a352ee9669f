import { behaviourNow } from '../world/behaviour-now.ts';
import { seedOf } from '../world/random.ts';
import { runningTasksOf } from '../world/scheduler/service-tasks.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { trafficShares } from './traffic-shares.ts';

/** How many requests of the minute that starts at `at` (epoch ms) the targets of the service answer with a 5xx. */
export function serverErrors(world: World, service: ServiceState, at: number): number {
	if (!service.traffic) return 0;
	const tasks = runningTasksOf(world, service);
	const shareOf = trafficShares(service, tasks);
	const failing = tasks.reduce((share, task) => {
		const rate = Math.max(0, ...task.containers.map(({ image }) => behaviourNow(world, image).errorRate ?? 0));
		return share + rate * shareOf(task);
	}, 0);
	return Math.round(60 * requestsPerSecond(service.traffic, seedOf(service.serviceArn), at) * failing);
}
