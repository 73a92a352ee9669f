import { diedBadly } from '../model/died-badly.ts';
import type { Service } from '../model/service.ts';
import { endedAt } from '../model/task.ts';
import type { Picture } from './picture.ts';
import { targetGroupsOf } from './related.ts';
import { stoppedTasksOf } from './tasks-of.ts';

/** A task that died longer ago says nothing of now, ms. Our own bound. */
const LATELY = 15 * 60_000;

/** `service checkout was unable to place a task because …`, `… is unable to consistently start tasks successfully` (ECS developer guide, service event messages). */
const CANNOT_PLACE = /unable to (?:place|consistently start)/u;
const STEADY = /has reached a steady state/u;

/**
 * Whether there are plain signs that something is the matter with a service, so that it is worth reading why. No
 * judgement: what it is, and how bad, is told from what is read then.
 *
 * @param now epoch ms
 */
export function showsTrouble(picture: Picture, service: Service, now: number): boolean {
	const { serviceArn, deployments, events } = service;
	const targets = targetGroupsOf(service).flatMap((arn) => picture.targetHealth[arn]?.value ?? []);
	const tasks = Object.values(picture.tasks[serviceArn]?.value ?? {});
	const stopped = Object.values(stoppedTasksOf(picture, service) ?? {});
	return (
		deployments.some(({ failedTasks, rolloutState }) => failedTasks > 0 || rolloutState === 'FAILED') ||
		targets.some(({ state }) => state === 'unhealthy') ||
		tasks.some(({ lastStatus, healthStatus }) => lastStatus === 'RUNNING' && healthStatus === 'UNHEALTHY') ||
		[...tasks, ...stopped].some((task) => now - (endedAt(task) ?? 0) <= LATELY && diedBadly(task)) ||
		CANNOT_PLACE.test(events.find(({ message }) => CANNOT_PLACE.test(message) || STEADY.test(message))?.message ?? '')
	);
}
