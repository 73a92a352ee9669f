import { HOUR } from '../clock.ts';
import { uuid } from '../random.ts';
import type { ServiceState } from '../service.ts';
import type { World } from '../world.ts';

/** DescribeServices gives the newest 100 events (ECS API reference, Service.events). */
const KEPT_EVENTS = 100;

/** Duplicate events are left out for up to 6 hours (ECS developer guide, service event messages). */
export const DUPLICATES_LEFT_OUT_FOR = 6 * HOUR;

/**
 * Writes a service event, `(service <name>) <text>`.
 * @param quietFor ms in which the same is not written again, as ECS leaves out duplicates
 * @param same what makes it the same; usually its text
 */
export function say(world: World, service: ServiceState, text: string, quietFor = 0, same = text): void {
	const { now } = world.clock;
	const last = service.scheduler.lastSaid.get(same);
	if (last !== undefined && now - last < quietFor) return;
	if (quietFor > 0) service.scheduler.lastSaid.set(same, now);
	write(world, service, `(service ${service.serviceName}) ${text}`);
}

/** Writes an event of one of the service's deployments, `(service <name>, taskSet <id>) <text>`. */
export function sayOf(world: World, service: ServiceState, deploymentId: string, text: string): void {
	write(world, service, `(service ${service.serviceName}, taskSet ${deploymentId}) ${text}`);
}

function write(world: World, service: ServiceState, message: string): void {
	service.events.unshift({ id: uuid(world.random), createdAt: world.clock.now, message });
	if (service.events.length > KEPT_EVENTS) service.events.length = KEPT_EVENTS;
}

/** `(task 3f2a…) (task 9c01…)` */
export function listed(tasks: readonly { readonly taskId: string }[]): string {
	return tasks.map(({ taskId }) => `(task ${taskId})`).join(' ');
}
