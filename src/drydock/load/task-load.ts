import type { Behaviour } from '../world/behaviour.ts';
import { MINUTE } from '../world/clock.ts';
import { unit } from '../world/noise.ts';
import { seedOf } from '../world/random.ts';
import type { TaskState } from '../world/task.ts';

/** What a task uses of what it has reserved, percent. */
export type TaskLoad = { readonly cpu: number; readonly memory: number };

/** CPU units of one vCPU (ECS task size). */
const UNITS_PER_VCPU = 1024;
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
	let cpuUnits = 0;
	let mebibytes = 0;
	for (const container of task.containers) {
		const behaviour = input.behaviourOf(container.image);
		const served = container.name === input.servingContainer ? requests : 0;
		const minutes = Math.max(0, at - (container.startedAt ?? at)) / MINUTE;
		cpuUnits += behaviour.idleCpu + (served * behaviour.cpuPerRequest * UNITS_PER_VCPU) / 1000;
		mebibytes += behaviour.memory.base + minutes * behaviour.memory.perMinute + served * behaviour.memory.perRequest;
	}
	const wobble = 1 + SPREAD * (2 * unit(seedOf(task.taskId), Math.floor(at / MINUTE)) - 1);
	return {
		cpu: percent((cpuUnits * wobble) / Number(task.cpu), task.launchType === 'EC2' ? MOST_ON_INSTANCES : 100),
		memory: percent((mebibytes * (1 + (wobble - 1) / 4)) / Number(task.memory), 100),
	};
}

/** Fargate gives a task no more than its size; on an instance its CPU units are what it gets at least. */
function percent(share: number, most: number): number {
	return Math.min(most, Math.max(0, share * 100));
}
