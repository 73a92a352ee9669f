import type { Service } from '../model/service.ts';

/** What ECS says in its events when it does not get on (service event messages, ECS developer guide). */
const TROUBLE = /unable to|is unhealthy|failed \w+ health checks/iu;

/** What it says when it does. */
const PROGRESS = /has started \d+ tasks|has reached a steady state/iu;

/**
 * What ECS says is the trouble, as a line of its own: the newest such event since a time (epoch ms), or an older one after
 * which nothing got on. ECS leaves out duplicates for up to six hours (ECS developer guide, service event messages).
 */
export function lastTrouble(service: Service | undefined, since: number): readonly string[] {
	const events = service?.events ?? [];
	const event = events.find((one) => one.createdAt >= since && TROUBLE.test(one.message));
	if (event) return [`ECS says: ${event.message}`];
	const last = events.find(({ message }) => TROUBLE.test(message) || PROGRESS.test(message));
	if (!last || !TROUBLE.test(last.message)) return [];
	return [`ECS says since ${new Date(last.createdAt).toISOString()}: ${last.message}`];
}
