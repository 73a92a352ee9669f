import { buildWorld } from '../../../src/drydock/scenario/build-world.ts';
import { readScenario } from '../../../src/drydock/scenario/read-scenario.ts';
import { registerTaskDefinition } from '../../../src/drydock/world/register-task-definition.ts';
import { planLook } from '../../../src/drydock/world/scheduler/plan-look.ts';
import { tasksOf } from '../../../src/drydock/world/scheduler/service-tasks.ts';
import { startRollout } from '../../../src/drydock/world/scheduler/start-rollout.ts';
import type { ServiceState } from '../../../src/drydock/world/service.ts';
import type { TaskState } from '../../../src/drydock/world/task.ts';
import type { World } from '../../../src/drydock/world/world.ts';

export const NOON = Date.UTC(2026, 10, 20, 12);

/** A cluster `prod` with these services (YAML flow maps), behaviours and script, at noon. */
export function smallShop(input: {
	readonly services: readonly string[];
	readonly behaviours?: string;
	readonly script?: readonly string[];
	readonly seed?: number;
	/** Of its subnets. */
	readonly subnetPrefix?: number;
	/** Groups of instances (YAML flow maps). */
	readonly instances?: readonly string[];
}): World {
	const yaml = [
		'description: a test',
		`clusters: [{ name: prod, region: ap-northeast-1, namespace: shop.local, subnetPrefix: ${input.subnetPrefix ?? 20}, instances: [${(input.instances ?? []).join(', ')}] }]`,
		'defaults: { port: 8080, tasks: 2, revision: 42 }',
		'services:',
		...input.services.map((service) => `  - ${service}`),
		`behaviours: ${input.behaviours ?? '{}'}`,
		`script: [${(input.script ?? []).join(', ')}]`,
	].join('\n');
	return buildWorld(readScenario(yaml, 'test.yaml'), {
		seed: input.seed ?? 1,
		startAt: NOON,
		onMinute: () => {},
		setFaults: () => {},
	});
}

export function serviceNamed(world: World, name: string): ServiceState {
	const service = [...world.services.values()].find(({ serviceName }) => serviceName === name);
	if (!service) throw new Error(`no service ${name}`);
	return service;
}

/** Registers a revision with this image (`checkout:43`) and deploys it, as a pipeline does. */
export function deploy(world: World, name: string, image: string): void {
	const service = serviceNamed(world, name);
	const present = the(world.taskDefinitions.get(service.settings.taskDefinition));
	const { revision: _, ...input } = present;
	const [first, ...sidecars] = present.containerDefinitions;
	const main = the(first);
	const registry = main.image.slice(0, main.image.lastIndexOf('/') + 1);
	const next = registerTaskDefinition(world, {
		...input,
		containerDefinitions: [{ ...main, image: registry + image }, ...sidecars],
	});
	service.settings = { ...service.settings, taskDefinition: next.taskDefinitionArn };
	startRollout(world, service);
	planLook(world, service);
}

export function tasks(world: World, name: string): TaskState[] {
	return tasksOf(world, serviceNamed(world, name));
}

/** One task of a service, the oldest unless said otherwise. */
export function taskOf(world: World, name: string, place = 0): TaskState {
	return the(tasks(world, name)[place]);
}

/** A value that the test needs to be there. */
export function the<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('is not there');
	return value;
}

/** The texts of a service's events after noon, oldest first, without the service's name. */
export function newsOf(world: World, name: string): string[] {
	const { events } = serviceNamed(world, name);
	const prefix = `(service ${name}) `;
	return events
		.filter(({ createdAt }) => createdAt >= NOON)
		.map(({ message }) => (message.startsWith(prefix) ? message.slice(prefix.length) : message))
		.toReversed();
}

/** Steps the world second by second, at most `limit` seconds, until the condition holds; throws when it never does. */
export function stepUntil(world: World, limit: number, step: (world: World) => void, holds: () => boolean): void {
	for (let second = 0; second < limit && !holds(); second++) step(world);
	if (!holds()) throw new Error(`did not come about within ${limit} s`);
}
