import { type Behaviour, behaviourOf } from '../world/behaviour.ts';
import { MINUTE, SECOND } from '../world/clock.ts';
import { seedOf } from '../world/random.ts';
import { runningTasksOf } from '../world/scheduler/service-tasks.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';
import { measureCapacity } from './measure-capacity.ts';
import { type MetricBook, type MetricMinute, type StatisticSet, statisticsOf, writeMinute } from './metric-book.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { servingContainerOf } from './serving-container.ts';
import { taskLoad } from './task-load.ts';
import { trafficShares } from './traffic-shares.ts';

/** Records the minute that has just ended for every service with running tasks. */
export function measureMinute(world: World, book: MetricBook): void {
	const at = Math.floor(world.clock.now / MINUTE) * MINUTE - MINUTE;
	const behaviours = new Map<string, Behaviour>();
	const behaviourOfImage = (image: string): Behaviour => {
		const known = behaviours.get(image) ?? behaviourOf(world.behaviours, image);
		behaviours.set(image, known);
		return known;
	};
	for (const service of world.services.values()) {
		const minute = minuteOf(world, service, behaviourOfImage, at);
		if (minute !== undefined) writeMinute(book, service.serviceArn, at / MINUTE, minute);
	}
	measureCapacity(world, book, at / MINUTE);
}

function minuteOf(
	world: World,
	service: ServiceState,
	behaviourOfImage: (image: string) => Behaviour,
	at: number,
): MetricMinute | undefined {
	const tasks = runningTasksOf(world, service);
	if (tasks.length === 0) return undefined;
	const requests = service.traffic ? requestsPerSecond(service.traffic, seedOf(service.serviceArn), at) : 0;
	const servingContainer = servingContainerOf(world, service);
	const shareOf = trafficShares(service, tasks);
	const loads = tasks.map((task) =>
		taskLoad({ behaviourOf: behaviourOfImage, task, servingContainer, requests: requests * shareOf(task), at }),
	);
	const cpu = statisticsOf(loads.map((load) => load.cpu));
	const memory = statisticsOf(loads.map((load) => load.memory));
	if (!cpu || !memory) return undefined;
	const perTarget = requestsPerTarget(world, service, requests);
	return {
		CPUUtilization: cpu,
		MemoryUtilization: memory,
		...(perTarget === undefined ? {} : { RequestCountPerTarget: perTarget }),
	};
}

/** What each healthy target of the first target group got in the minute; undefined where no load balancer counts. */
function requestsPerTarget(world: World, { settings }: ServiceState, requests: number): StatisticSet | undefined {
	const group = world.targetGroups.get(settings.loadBalancers[0]?.targetGroupArn ?? '');
	const healthy = [...(group?.targets.values() ?? [])].filter(({ state }) => state === 'healthy').length;
	return healthy === 0 ? undefined : statisticsOf([(requests * MINUTE) / SECOND / healthy]);
}
