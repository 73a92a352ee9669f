import { MINUTE } from '../world/clock.ts';
import type { ContainerState, Span } from '../world/container.ts';
import { behaviourIn } from '../world/lifecycle/behaviour-in.ts';
import { wakeProbing } from '../world/lifecycle/container-health.ts';
import { wakeChecking } from '../world/lifecycle/target-health.ts';
import { targetsOf } from '../world/lifecycle/targets-of.ts';
import { containerDefinitionOf } from '../world/lifecycle/task-definition-of.ts';
import { seedOf } from '../world/random.ts';
import { runningTasksOf, tasksOf } from '../world/scheduler/service-tasks.ts';
import type { TaskState } from '../world/task.ts';
import type { World } from '../world/world.ts';
import { cpuDemand, slotsOf } from './cpu-demand.ts';
import { requestsPerSecond } from './requests-per-second.ts';
import { servingContainerOf } from './serving-container.ts';
import { shareCpu } from './share-cpu.ts';
import { trafficShares } from './traffic-shares.ts';

/** A container that gets less than this part of the CPU it wants answers nobody in time: our own measure. */
const ENOUGH = 1 / 3;

/**
 * Says of every container that shares a Fargate task with others when it will starve in the minute that begins now:
 * together they want more than the task's size, and its shares are few.
 */
export function starveContainers(world: World): void {
	const { now } = world.clock;
	for (const service of world.services.values()) {
		// One that drains still answers what it was asked.
		const crowded = tasksOf(world, service).filter(
			({ containers, platformVersion, lastStatus }) =>
				containers.length > 1 &&
				platformVersion !== undefined &&
				(lastStatus === 'RUNNING' || lastStatus === 'DEACTIVATING'),
		);
		if (crowded.length === 0) continue;
		const requests = service.traffic ? requestsPerSecond(service.traffic, seedOf(service.serviceArn), now) : 0;
		const shareOf = trafficShares(service, runningTasksOf(world, service));
		const serving = servingContainerOf(world, service);
		for (const task of crowded) starve(world, task, { serving, requests: requests * shareOf(task) });
	}
}

type Load = { readonly serving: string | undefined; readonly requests: number };

function starve(world: World, task: TaskState, { serving, requests }: Load): void {
	const { now } = world.clock;
	const eaters = task.containers
		.filter(({ lastStatus }) => lastStatus === 'RUNNING')
		.map((container) => ({
			container,
			behaviour: behaviourIn(world, task, container),
			served: container.name === serving ? requests : 0,
			shares: containerDefinitionOf(world, task, container.name).cpu ?? 0,
			hungry: [] as Span[],
		}));
	const slots = slotsOf(
		eaters.map(({ behaviour }) => behaviour),
		now,
	);
	const length = MINUTE / slots.length;
	for (const at of slots) {
		const wants = eaters.map(({ container, behaviour, served, shares }) => ({
			wanted: cpuDemand(behaviour, container, served, at),
			shares,
		}));
		for (const [index, got] of shareCpu(wants, Number(task.cpu)).entries()) {
			const isTooLittle = got < ENOUGH * (wants[index]?.wanted ?? 0);
			if (isTooLittle) extend(eaters[index]?.hungry, at, at + length);
		}
	}
	for (const { container, hungry } of eaters) feel(world, task, container, hungry);
}

function extend(spans: Span[] = [], from: number, until: number): void {
	const last = spans.at(-1);
	if (last?.until === from) last.until = until;
	else spans.push({ from, until });
}

/** The checks of one whose outcome was settled begin again. */
function feel(world: World, task: TaskState, container: ContainerState, spans: readonly Span[]): void {
	if (spans.length === 0) return void delete container.starvation;
	container.starvation = spans;
	wakeProbing(world, task, container);
	for (const { group, target, loadBalancer } of targetsOf(world, task)) {
		if (!target || loadBalancer.containerName !== container.name) continue;
		wakeChecking(world, { group, target, task, containerName: container.name });
	}
}
