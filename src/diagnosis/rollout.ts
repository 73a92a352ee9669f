import { revisionOf } from '../model/arn.ts';
import { type Deployment, primaryDeployment, type ServiceEvent } from '../model/service.ts';
import { type Evidence, type Finding, MINUTE, sinceOf } from './evidence.ts';
import { failedStops } from './failed-stops.ts';
import { DEPLOYMENT_FAILED, newestEvent, ROLLING_BACK } from './service-events.ts';

/** A rollback is news for so long. */
const NEWS = 60 * MINUTE;

/** The rollout failed, and stays where it is because nothing rolls it back. */
export function failedRollout(evidence: Evidence, now: number): Finding | undefined {
	const primary = primaryDeployment(evidence.service);
	if (primary?.rolloutState !== 'FAILED') return undefined;
	const words = failedStops(evidence, now)?.words ?? primary.rolloutStateReason;
	const reason = `the rollout of :${revisionOf(primary.taskDefinition)} failed`;
	return { reason: words === undefined ? reason : `${reason}: ${words}`, ...sinceOf(primary.updatedAt) };
}

/**
 * The newest rollout was taken back within the hour, or is being taken back, and nothing was rolled out since. ECS does not say what its
 * tasks died of: the newest of them does.
 */
export function rolledBack({ service, tasks }: Evidence, now: number): Finding | undefined {
	const primary = primaryDeployment(service);
	if (!primary) return undefined;
	const event = newestEvent(service, ROLLING_BACK) ?? inPlaceOfEvent(primary);
	if (!event || now - event.createdAt > NEWS) return undefined;
	const target = ROLLING_BACK.exec(event.message)?.groups?.['deployment'];
	if (target !== primary.id && (primary.createdAt ?? 0) > event.createdAt) return undefined;
	const failed = newestEvent(service, DEPLOYMENT_FAILED);
	const why = failed && DEPLOYMENT_FAILED.exec(failed.message)?.groups?.['why'];
	const others = tasks?.filter(({ startedBy }) => startedBy !== primary.id);
	const died = failedStops({ service, tasks: others }, event.createdAt)?.words;
	const verb = primary.rolloutState === 'IN_PROGRESS' ? 'rolling' : 'rolled';
	const reason = `${verb} back to :${revisionOf(primary.taskDefinition)}`;
	const because = why === undefined ? reason : `${reason}: ${why}`;
	return {
		reason: died === undefined ? because : `${because}; the last task: ${died}`,
		since: event.createdAt,
	};
}

/** The deployment says itself what it is, for as long as it is on its way: events fall out after a hundred. */
function inPlaceOfEvent({ rolloutStateReason = '', createdAt }: Deployment): Omit<ServiceEvent, 'id'> | undefined {
	return createdAt !== undefined && ROLLING_BACK.test(rolloutStateReason)
		? { message: rolloutStateReason, createdAt }
		: undefined;
}

/** Taken back, and not all tasks are there again: until then it is an outage, after it news. */
export function rolledBackAndShort(evidence: Evidence, now: number): Finding | undefined {
	const { runningCount, desiredCount } = evidence.service;
	return runningCount < desiredCount ? rolledBack(evidence, now) : undefined;
}

/** A rollout is on its way. */
export function rollingOut({ service }: Evidence): Finding | undefined {
	const primary = primaryDeployment(service);
	if (primary?.rolloutState !== 'IN_PROGRESS') return undefined;
	const reason = `deploying :${revisionOf(primary.taskDefinition)}, ${primary.runningCount} of ${primary.desiredCount} tasks up`;
	return { reason, ...sinceOf(primary.createdAt) };
}
