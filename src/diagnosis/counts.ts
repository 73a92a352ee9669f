import { primaryDeployment, type Service } from '../model/service.ts';
import { type Evidence, type Symptom, MINUTE, sinceOf } from './evidence.ts';
import { explainEvent } from './explain-event.ts';
import { diedWords, failedStops } from './failed-stops.ts';
import { sinceSteady } from './capacity/placement-trouble.ts';
import { presentTrouble } from './present-trouble.ts';
import { CANNOT_PLACE, countEvents, newestEvent, STARTED } from './service-events.ts';

/** A gap that young may be a scale-out or a restart on its way. */
const PATIENCE = 5 * MINUTE;

/** `2 of 4 running` */
export function counts({ runningCount, desiredCount }: Service): string {
	return `${runningCount} of ${desiredCount} running`;
}

/** Nothing runs of what should. */
export function outage(evidence: Evidence, now: number): Symptom | undefined {
	const { service } = evidence;
	if (service.desiredCount === 0 || service.runningCount > 0 || isStarting(evidence, now)) return undefined;
	const { ongoing: stops } = presentTrouble(evidence, now);
	const placement = cannotStart(evidence);
	const cause = stops ? diedWords(stops) : placement?.reason;
	return {
		reason: cause === undefined ? counts(service) : `${counts(service)}; ${cause}`,
		...(stops?.beginning ?? sinceOf(placement?.since)),
	};
}

/** Fewer run than should, and it does not look like getting better. */
export function staysShort(evidence: Evidence, now: number): Symptom | undefined {
	const { service } = evidence;
	if (service.runningCount >= service.desiredCount || isStarting(evidence, now)) return undefined;
	const placement = cannotStart(evidence);
	if (placement) return { ...placement, reason: `${counts(service)}; ${placement.reason}` };
	if (isRollingWithinLimits(service)) return undefined;
	const starts = countEvents(service, STARTED, now - 3 * PATIENCE);
	if (starts >= 3)
		return { reason: `${counts(service)}; ECS started tasks ${starts} times in 15 min, and they do not stay up` };
	const lastEvent = service.events[0];
	// ECS leaves out repeated events and waits ever longer between tries: silence is no recovery.
	if (!lastEvent || now - lastEvent.createdAt < PATIENCE) return undefined;
	const minutes = Math.floor((now - lastEvent.createdAt) / MINUTE);
	return { reason: `${counts(service)}; ECS has said nothing for ${minutes} min`, since: lastEvent.createdAt };
}

/** Fewer run than should, for the moment, and no rollout or start explains it. */
export function short(evidence: Evidence, now: number): Symptom | undefined {
	const { service } = evidence;
	if (service.runningCount >= service.desiredCount || isRollingWithinLimits(service)) return undefined;
	return isStarting(evidence, now) ? undefined : { reason: counts(service) };
}

/** More or fewer tasks are on their way, and nothing went wrong so far. */
export function scaling(evidence: Evidence, now: number): Symptom | undefined {
	const { service } = evidence;
	const { desiredCount, runningCount } = service;
	if (service.status === 'DRAINING') return { reason: `being deleted, ${runningCount} still running` };
	if (runningCount > desiredCount)
		return { reason: `${runningCount} running, ${desiredCount} wanted; ${runningCount - desiredCount} to be stopped` };
	return isStarting(evidence, now) ? { reason: `${counts(service)}, ${service.pendingCount} starting` } : undefined;
}

/** What ECS said last of tasks that it cannot start, unless a steady state came after. */
function cannotStart(evidence: Evidence): Symptom | undefined {
	const event = sinceSteady(evidence).find(({ message }) => CANNOT_PLACE.test(message));
	if (!event) return undefined;
	const { id, short } = explainEvent(event);
	const why = id === 'unknown' || id === 'service-start-impaired' ? '' : `: ${short}`;
	return { reason: `ECS cannot start its tasks${why}`, since: event.createdAt };
}

/** Tasks were started just now, for the first or second time, and none has failed. */
function isStarting(evidence: Evidence, now: number): boolean {
	const { service } = evidence;
	const primary = primaryDeployment(service);
	if (service.pendingCount === 0 || (primary?.failedTasks ?? 0) > 0 || failedStops(evidence, now)) return false;
	const starts = countEvents(service, STARTED, now - 3 * PATIENCE);
	const young = now - Math.max(primary?.createdAt ?? 0, newestEvent(service, STARTED)?.createdAt ?? 0) < PATIENCE;
	return young && starts <= 2;
}

/** A rollout may go below the desired count, down to minimumHealthyPercent (rounded up, ECS API reference). */
function isRollingWithinLimits(service: Service): boolean {
	if (primaryDeployment(service)?.rolloutState !== 'IN_PROGRESS') return false;
	const { minimumHealthyPercent = 100 } = service.deploymentConfiguration ?? {};
	return service.runningCount >= Math.ceil((service.desiredCount * minimumHealthyPercent) / 100);
}
