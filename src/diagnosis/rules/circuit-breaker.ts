import { shellWord } from '../../model/shell-word.ts';
import type { ServiceDeployment } from '../../model/deployment-history.ts';
import { aboutService } from '../about-service.ts';
import { colon } from '../colon.ts';
import { backFrom } from '../changed-before.ts';
import { counts } from '../counts.ts';
import { deathLines } from '../death-lines.ts';
import { latestRollout, type Rollout } from '../deployment-story.ts';
import type { Evidence, Symptom } from '../evidence.ts';
import type { EvidenceLine, Finding, NextStep } from '../finding.ts';
import { failedRollout, rolledBack, tasksOf } from '../rollout.ts';
import { regionOption } from '../update-command.ts';

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
	const alarms = ownOf(evidence, rollout)?.alarms?.triggeredAlarmNames ?? [];
	// ECS's own words leave out which.
	const reason = alarms.length === 0 ? found.reason : found.reason.replace(ALARM, firedWords(alarms));
	return [
		aboutService(service, {
			id,
			severity: isShort || isDead ? 'critical' : 'warning',
			confidence: died.length > 0 || id === 'deployment-alarm' ? 'high' : 'medium',
			...sinceOf(found),
			sentence: service.runningCount === 0 && isShort ? `${counts(service)}; ${reason}` : reason,
			evidence: [...told(evidence, rollout), ...deathLines(evidence, died)],
			next: nextOf(evidence, rollout, { isLeft: failed !== undefined, alarms, hasDead: died.length > 0 }),
			explains: [...(failed ? ['x-crash-loop', 'x-start-loop'] : []), 'x-desired-gap', 'deployment-stage'],
		}),
	];
}

function sinceOf({ since, mayBeOlder }: Symptom): Pick<Finding, 'since' | 'mayBeOlder'> {
	return { ...(since !== undefined && { since }), ...(mayBeOlder && { mayBeOlder }) };
}

/** ECS developer guide, deployment alarms: the reason of a deployment that one ended. */
const ALARM = /alarm detected/iu;

function firedWords(names: readonly string[]): string {
	return `${names.length === 1 ? 'alarm' : 'alarms'} ${names.join(', ')} fired`;
}

/** What ECS keeps of a rollout, its rollback included. */
function ownOf({ history = [] }: Evidence, rollout: Rollout | undefined): ServiceDeployment | undefined {
	return history.find(({ targetTaskDefinition, rollbackStartedAt }) => {
		return targetTaskDefinition === rollout?.to || rollbackStartedAt !== undefined;
	});
}

/** What took it back: its tasks, an alarm, or a person. */
function idOf({ history = [] }: Evidence, rollout: Rollout | undefined, { reason }: Symptom): string {
	const own = history.find(({ targetTaskDefinition }) => targetTaskDefinition === rollout?.to);
	const said = `${rollout?.why ?? ''} ${own?.rollbackReason ?? ''} ${reason}`;
	if (/alarm/iu.test(said) || (own?.alarms?.triggeredAlarmNames ?? []).length > 0) return 'deployment-alarm';
	const isByHand = rollout?.rollback !== undefined && own !== undefined && own.circuitBreaker?.status !== 'TRIGGERED';
	return isByHand && !/circuit breaker|tasks? failed/iu.test(said) ? 'deployment-rolled-back' : 'x-circuit-breaker';
}

function told(evidence: Evidence, rollout: Rollout | undefined): readonly EvidenceLine[] {
	const { service } = evidence;
	const own = ownOf(evidence, rollout);
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
		...(breaker && breaker.threshold > 0 && breaker.failureCount > 0
			? [line(`${breaker.failureCount} failures; the circuit breaker allows fewer than ${breaker.threshold}`)]
			: []),
		...(alarms?.triggeredAlarmNames ?? []).map((name) => line(`alarm ${name} fired during it`)),
		...(rollout?.rollback?.outcome === 'failed' ? [line('the rollback failed, too', rollout.rollback.endedAt)] : []),
		...(service.deploymentConfiguration?.circuitBreaker?.rollback === false
			? [line('the circuit breaker is set to leave a failed rollout where it is')]
			: []),
	];
}

type Ending = { readonly isLeft: boolean; readonly alarms: readonly string[]; readonly hasDead: boolean };

function nextOf(
	evidence: Evidence,
	rollout: Rollout | undefined,
	{ isLeft, alarms, hasDead }: Ending,
): readonly NextStep[] {
	const { service } = evidence;
	const back = isLeft && rollout ? backFrom(rollout, evidence, []) : undefined;
	const look = hasDead || alarms.length === 0 ? 'See what its tasks died of' : 'See how it went';
	return [
		...(back ? [back] : []),
		...alarms.map((name) => ({
			text: `See what ${name} saw`,
			command: `aws cloudwatch describe-alarm-history ${regionOption(service)} --alarm-name ${shellWord(name)} --history-item-type StateUpdate`,
		})),
		{ text: look, binding: 'open.deployments', command: `deckwatch deployments ${service.serviceName}` },
		...(isLeft ? [] : [{ text: 'Tell whoever deployed: a pipeline that waits for a steady service shows it as done' }]),
	];
}
