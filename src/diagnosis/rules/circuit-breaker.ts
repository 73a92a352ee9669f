import { aboutService } from '../about-service.ts';
import { colon } from '../colon.ts';
import { backFrom } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import { latestRollout, type Rollout } from '../deployment-story.ts';
import type { Evidence, Symptom } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { failedRollout, rolledBack, tasksOf } from '../rollout.ts';

/**
 * x-circuit-breaker, deployment-alarm, deployment-rolled-back: a rollout failed. ECS never says why: the newest task of it
 * that died does. Critical while it leaves the service short, or where nothing takes it back; else news for an hour.
 */
export function circuitBreaker(evidence: Evidence, now: number): readonly Finding[] {
	const failed = failedRollout(evidence, now);
	const found = failed ?? rolledBack(evidence, now);
	if (!found) return [];
	const { service } = evidence;
	const rollout = latestRollout(evidence);
	const isShort = service.runningCount < service.desiredCount;
	const isDead = failed !== undefined || rollout?.rollback?.outcome === 'failed';
	const died = rollout ? tasksOf(evidence, rollout) : [];
	const id = idOf(evidence, rollout, found);
	return [
		aboutService(service, {
			id,
			severity: isShort || isDead ? 'critical' : 'warning',
			confidence: died.length > 0 || id === 'deployment-alarm' ? 'high' : 'medium',
			...sinceOf(found),
			sentence: service.runningCount === 0 && isShort ? `${counts(service)}; ${found.reason}` : found.reason,
			evidence: [...told(evidence, rollout), ...deathLines(evidence, died)],
			next: nextOf(evidence, rollout, failed !== undefined),
			explains: [...(failed ? ['x-crash-loop', 'x-start-loop'] : []), 'x-desired-gap', 'deployment-stage'],
		}),
	];
}

function sinceOf({ since, mayBeOlder }: Symptom): Pick<Finding, 'since' | 'mayBeOlder'> {
	return { ...(since !== undefined && { since }), ...(mayBeOlder && { mayBeOlder }) };
}

/** What took it back: its tasks, an alarm, or a person. */
function idOf({ history = [] }: Evidence, rollout: Rollout | undefined, { reason }: Symptom): string {
	const own = history.find(({ targetTaskDefinition }) => targetTaskDefinition === rollout?.to);
	const said = `${rollout?.why ?? ''} ${own?.rollbackReason ?? ''} ${reason}`;
	if (/alarm/iu.test(said) || (own?.alarms?.triggeredAlarmNames ?? []).length > 0) return 'deployment-alarm';
	const isByHand = rollout?.rollback !== undefined && own !== undefined && own.circuitBreaker?.status !== 'TRIGGERED';
	return isByHand && !/circuit breaker|tasks? failed/iu.test(said) ? 'deployment-rolled-back' : 'x-circuit-breaker';
}

function told({ service, history = [] }: Evidence, rollout: Rollout | undefined): readonly EvidenceLine[] {
	const own = history.find(({ targetTaskDefinition, rollbackStartedAt }) => {
		return targetTaskDefinition === rollout?.to || rollbackStartedAt !== undefined;
	});
	const line = (text: string, at?: number): EvidenceLine => ({
		text,
		api: own ? 'ecs:DescribeServiceDeployments' : 'ecs:DescribeServices',
		...(at !== undefined && { at }),
		place: { kind: 'deployments' },
	});
	const { circuitBreaker: breaker, alarms } = own ?? {};
	const which = rollout?.to === undefined ? 'the rollout' : `the rollout of ${colon(rollout.to)}`;
	return [
		line(`${which} failed${rollout?.why === undefined ? '' : `: ${rollout.why}`}`, rollout?.endedAt),
		...(breaker && breaker.threshold > 0
			? [line(`${breaker.failureCount} failures; the circuit breaker allows fewer than ${breaker.threshold}`)]
			: []),
		...(alarms?.triggeredAlarmNames ?? []).map((name) => line(`alarm ${name} fired during it`)),
		...(rollout?.rollback?.outcome === 'failed' ? [line('the rollback failed, too', rollout.rollback.endedAt)] : []),
		...(service.deploymentConfiguration?.circuitBreaker?.rollback === false
			? [line('the circuit breaker is set to leave a failed rollout where it is')]
			: []),
	];
}

function nextOf(evidence: Evidence, rollout: Rollout | undefined, isLeft: boolean): readonly NextStep[] {
	const { serviceName } = evidence.service;
	const back = isLeft && rollout ? backFrom(rollout, evidence, []) : undefined;
	return [
		...(back ? [back] : []),
		{
			text: 'See what its tasks died of',
			binding: 'open.deployments',
			command: `deckwatch deployments ${serviceName}`,
		},
		...(isLeft ? [] : [{ text: 'Tell whoever deployed: a pipeline that waits for a steady service shows it as done' }]),
	];
}
