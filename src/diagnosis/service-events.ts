import type { Service, ServiceEvent } from '../model/service.ts';

/**
 * Service event wordings (Amazon ECS developer guide, "Service event messages"). The name of the service in front
 * comes in several spellings and is not looked at.
 */
export const STARTED = /has started \d+ tasks?/iu;
export const STEADY = /has reached a steady state/iu;
export const CANNOT_PLACE = /was unable to place a task|is unable to consistently start tasks/iu;
/** Events write `deployment`, rolloutStateReason writes `deploymentId`. */
export const ROLLING_BACK = /rolling back to deployment(?:Id)? (?<deployment>ecs-svc\/\S+?)\.?$/iu;
export const DEPLOYMENT_FAILED =
	/(?:\(deployment (?<deployment>ecs-svc\/[^\s)]+)\) )?deployment failed: (?<why>.+?)\.?$/iu;
export const DEPLOYMENT_COMPLETED = /\(deployment ecs-svc\/[^\s)]+\) deployment completed\.?$/iu;
export const REPLACED = /replaced \d+ tasks? due to an unhealthy status/iu;
export const FAILED_CHECK = new RegExp(`failed container health checks|${REPLACED.source}`, 'iu');

/** The newest event of a kind. ECS gives events newest first. */
export function newestEvent({ events }: Service, wording: RegExp): ServiceEvent | undefined {
	return events.find(({ message }) => wording.test(message));
}

/** How many events of a kind there were since a time, epoch ms. */
export function countEvents({ events }: Service, wording: RegExp, since: number): number {
	return events.filter(({ createdAt, message }) => createdAt >= since && wording.test(message)).length;
}
