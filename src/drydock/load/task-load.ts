import type { Behaviour } from '../world/behaviour.ts';
import { MINUTE } from '../world/clock.ts';
import { unit } from '../world/noise.ts';
import { seedOf } from '../world/random.ts';
import type { TaskState } from '../world/task.ts';
import { cpuDemand, slotsOf } from './cpu-demand.ts';

/** What a task uses of what it has reserved, percent. */
export type TaskLoad = { readonly cpu: number; readonly memory: number };

/** Where nobody else wants the CPU of an instance: here, four times what is reserved. */
const MOST_ON_INSTANCES = 400;
/** How unlike each other two tasks under the same load are. */
const SPREAD = 0.12;

/** The load of a running task that gets `requests` a second, at a time (epoch ms). */
export function taskLoad(input: {
	/** By image. */
	readonly behaviourOf: (image: string) => Behaviour;
	readonly task: TaskState;
	/** The container that answers requests. */
	readonly servingContainer: string | undefined;
	readonly requests: number;
	readonly at: number;
}): TaskLoad {
	const { task, requests, at } = input;
	const containers = task.containers.map((container) => ({
		container,
		behaviour: input.behaviourOf(container.image),
		served: container.name === input.servingContainer ? requests : 0,
	}));
	const slots = slotsOf(
		containers.map(({ behaviour }) => behaviour),
		at,
	);
	const wanted = slots.map((slot) =>
		containers.reduce(
			(units, { container, behaviour, served }) => units + cpuDemand(behaviour, container, served, slot),
			0,
		),
	);
	const most = task.launchType === 'EC2' ? MOST_ON_INSTANCES : 100;
	// What is wanted beyond that in one part of a minute is not used in another.
	const limit = (most / 100) * Number(task.cpu);
	const cpuUnits =
		wanted.reduce((sum, units) => sum + (slots.length === 1 ? units : Math.min(units, limit)), 0) / slots.length;
	let mebibytes = 0;
	for (const { container, behaviour, served } of containers) {
		const minutes = Math.max(0, at - (container.startedAt ?? at)) / MINUTE;
		mebibytes += behaviour.memory.base + minutes * behaviour.memory.perMinute + served * behaviour.memory.perRequest;
	}
	const wobble = 1 + SPREAD * (2 * unit(seedOf(task.taskId), Math.floor(at / MINUTE)) - 1);
	return {
		cpu: percent((cpuUnits * wobble) / Number(task.cpu), most),
		memory: percent((mebibytes * (1 + (wobble - 1) / 4)) / Number(task.memory), 100),
	};
}

/** Fargate gives a task no more than its size; on an instance its CPU units are what it gets at least. */
function percent(share: number, most: number): number {
	return Math.min(most, Math.max(0, share * 100));
}
