import { enqueue } from '../event-queue.ts';
import { SECOND } from '../clock.ts';
import type { ContainerState } from '../container.ts';
import type { HealthCheck } from '../task-definition.ts';
import type { TaskState } from '../task.ts';
import type { World } from '../world.ts';
import { asSlowed } from '../behaviour-now.ts';
import { behaviourIn } from './behaviour-in.ts';
import { type CommandOutcome, nextTurn, runHealthCheck } from './probe.ts';
import { asFed } from './starvation.ts';
import { phaseOf } from './phase-of.ts';
import { containerDefinitionOf, taskDefinitionOf } from './task-definition-of.ts';
import { taskChanged } from './task-changed.ts';

/** The container's health check with its defaults (ECS API reference, HealthCheck); undefined when it has none. */
export function healthCheckOf(world: World, task: TaskState, name: string): Required<HealthCheck> | undefined {
	const check = containerDefinitionOf(world, task, name).healthCheck;
	if (!check || check.command[0] === 'NONE') return undefined;
	return { interval: 30, timeout: 5, retries: 3, startPeriod: 0, ...check };
}

/** Probes the container from one interval on, until the outcome cannot change any more. */
export function startProbing(world: World, task: TaskState, container: ContainerState): void {
	const check = healthCheckOf(world, task, container.name);
	if (check) planProbe(world, task, container, world.clock.now + check.interval * SECOND);
}

/** Looks again at a container whose behaviour was changed under way. */
export function wakeProbing(world: World, task: TaskState, container: ContainerState): void {
	const check = healthCheckOf(world, task, container.name);
	if (!check || container.lastStatus !== 'RUNNING' || container.nextProbeAt !== undefined) return;
	planProbe(world, task, container, world.clock.now + check.interval * phaseOf(task) * SECOND);
}

function planProbe(world: World, task: TaskState, container: ContainerState, due: number): void {
	const at = enqueue(world.queue, due, () => {
		if (container.nextProbeAt !== at) return;
		delete container.nextProbeAt;
		// What is to go keeps the health for which it goes.
		const goes = task.desiredStatus === 'STOPPED' || task.condemned !== undefined;
		if (container.lastStatus === 'RUNNING' && !goes) probe(world, task, container);
	});
	container.nextProbeAt = at;
}

function probe(world: World, task: TaskState, container: ContainerState): void {
	const check = healthCheckOf(world, task, container.name);
	if (!check) return;
	const { now } = world.clock;
	const seconds = (now - (container.startedAt ?? now)) / SECOND;
	const behaviour = asFed(asSlowed(world, behaviourIn(world, task, container)), container, now);
	const outcome = asTaken(world, task, runHealthCheck(behaviour, check, seconds));
	container.lastProbe = outcome;
	if (outcome.exitCode === 0) container.failedProbes = 0;
	else if (seconds >= check.startPeriod || container.healthStatus !== 'UNKNOWN') container.failedProbes += 1;
	const health =
		outcome.exitCode === 0 ? 'HEALTHY' : container.failedProbes >= check.retries ? 'UNHEALTHY' : container.healthStatus;
	const settled = health === (outcome.exitCode === 0 ? 'HEALTHY' : 'UNHEALTHY');
	const again = settled && !container.starvation ? nextTurn(behaviour, seconds) : 0;
	if (again !== undefined) {
		const turn = (container.startedAt ?? now) + again * SECOND;
		planProbe(world, task, container, Math.max(now + check.interval * SECOND, turn));
	}
	if (health === container.healthStatus) return;
	container.healthStatus = health;
	task.healthStatus = taskHealth(world, task);
	taskChanged(world, task);
}

/** A platform version may take for failed what has not failed. */
function asTaken({ fargate }: World, { platformVersion }: TaskState, outcome: CommandOutcome): CommandOutcome {
	const isMistaken = outcome.isNoisy && fargate.failsOnStderr.some((version) => version === platformVersion);
	return isMistaken ? { exitCode: 1, output: outcome.output } : outcome;
}

/**
 * A task's health over its essential containers that have a check: UNHEALTHY before UNKNOWN before HEALTHY;
 * UNKNOWN when none has one (ECS API reference, Task.healthStatus).
 */
export function taskHealth(world: World, task: TaskState): TaskState['healthStatus'] {
	const checked = taskDefinitionOf(world, task)
		.containerDefinitions.filter((definition) => definition.essential !== false && definition.healthCheck)
		.map(({ name }) => task.containers.find((container) => container.name === name)?.healthStatus ?? 'UNKNOWN');
	if (checked.includes('UNHEALTHY')) return 'UNHEALTHY';
	return checked.length === 0 || checked.includes('UNKNOWN') ? 'UNKNOWN' : 'HEALTHY';
}
