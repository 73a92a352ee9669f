import { revisionOf } from '../model/arn.ts';
import { primaryDeployment } from '../model/service.ts';
import type { Task } from '../model/task.ts';
import { type Evidence, type Finding, MINUTE } from './evidence.ts';
import { failedStops } from './failed-stops.ts';
import { countEvents, FAILED_CHECK, ROLLING_BACK } from './service-events.ts';

/** As many failures as trip the default circuit breaker of a small service (ECS developer guide: 3 at least). */
const LOOP = 3;

/**
 * Tasks die again and again. Told by the stopped tasks: ECS's own events say nothing of tasks that fail after they
 * got running (ECS developer guide, service throttle logic).
 */
export function crashLoop(evidence: Evidence, now: number): Finding | undefined {
	const stops = failedStops(ofPresentDeployments(evidence), now);
	if (stops && stops.recent >= LOOP) {
		return { reason: `${stops.recent} tasks died in 15 min; the last: ${stops.words}`, ...stops.beginning };
	}
	const primary = primaryDeployment(evidence.service);
	if (primary && primary.failedTasks >= LOOP) {
		const reason = `${primary.failedTasks} tasks of :${revisionOf(primary.taskDefinition)} failed in a row`;
		return { reason: stops ? `${reason}; the last: ${stops.words}` : reason, ...stops?.beginning };
	}
	const replaced = countEvents(evidence.service, FAILED_CHECK, now - 15 * MINUTE);
	return replaced < LOOP ? undefined : { reason: `ECS replaced unhealthy tasks ${replaced} times in 15 min` };
}

/** Without the tasks of rollouts that were replaced, or taken back or about to be: what they died of is over. */
function ofPresentDeployments(evidence: Evidence): Evidence {
	const { service } = evidence;
	const primary = primaryDeployment(service);
	const isRollback = primary !== undefined && ROLLING_BACK.test(primary.rolloutStateReason ?? '');
	const { deployments, taskSets = [] } = service;
	const present = new Set((isRollback ? [primary] : [...deployments, ...taskSets]).map(({ id }) => id));
	// Another controller may keep to itself what it rolls out.
	if (present.size === 0) return evidence;
	const isPresent = ({ startedBy }: Task): boolean => startedBy === undefined || present.has(startedBy);
	return { ...evidence, tasks: evidence.tasks?.filter(isPresent) };
}
