import { revisionOf } from '../model/arn.ts';
import { primaryDeployment } from '../model/service.ts';
import { type Evidence, type Symptom, MINUTE } from './evidence.ts';
import { counts } from './counts.ts';
import { diedWords, LOOP } from './failed-stops.ts';
import { presentTrouble } from './present-trouble.ts';
import { countEvents, FAILED_CHECK } from './service-events.ts';

/**
 * Tasks die again and again. Told by the stopped tasks: ECS's own events say nothing of tasks that fail after they
 * got running (ECS developer guide, service throttle logic). A redeploy that fails as well is the same trouble: then
 * all that died counts, and when the first of them did.
 */
export function crashLoop(evidence: Evidence, now: number): Symptom | undefined {
	const { service } = evidence;
	const { own, ongoing, isMending } = presentTrouble(evidence, now);
	const stops = own && (isMending || own.recent >= LOOP) ? ongoing : own;
	if (stops && stops.recent >= LOOP) {
		const isShort = service.runningCount < service.desiredCount;
		// The same words as of an outage: one task that runs for a moment makes it no other trouble.
		return { reason: `${isShort ? `${counts(service)}; ` : ''}${diedWords(stops)}`, ...stops.beginning };
	}
	const primary = primaryDeployment(service);
	if (primary && primary.failedTasks >= LOOP) {
		const reason = `${primary.failedTasks} tasks of :${revisionOf(primary.taskDefinition)} failed in a row`;
		return { reason: stops ? `${reason}; the last: ${stops.words}` : reason, ...stops?.beginning };
	}
	const replaced = countEvents(service, FAILED_CHECK, now - 15 * MINUTE);
	return replaced < LOOP ? undefined : { reason: `ECS replaced unhealthy tasks ${replaced} times in 15 min` };
}
