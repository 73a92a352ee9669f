import { aboutService } from '../about-service.ts';
import { colon } from '../colon.ts';
import { deploymentNow, stageOf } from '../deployment-now.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { latestRollout } from '../deployment-story.ts';

/** deployment-alarm: an alarm that watches a deployment fires while it is under way. What came of one, circuit-breaker tells. */
export function deploymentAlarm(evidence: Evidence): readonly Finding[] {
	const { service, alarms = [] } = evidence;
	const deployment = deploymentNow(evidence);
	const rollout = latestRollout(evidence);
	if (rollout?.outcome !== 'under way') return [];
	const triggered = deployment?.alarms?.triggeredAlarmNames ?? [];
	const firing = alarms.filter(({ state }) => state === 'ALARM');
	const names = [...new Set([...triggered, ...firing.map(({ name }) => name)])];
	if (names.length === 0) return [];
	const stage = deployment && stageOf(deployment);
	const to = rollout.to === undefined ? 'a deploy' : `the deploy of ${colon(rollout.to)}`;
	const begun = firing.flatMap(({ since }) => since ?? []);
	const enabled = service.deploymentConfiguration?.alarms?.enable ?? true;
	const takesBack = enabled && (service.deploymentConfiguration?.alarms?.rollback ?? false);
	return [
		aboutService(service, {
			id: 'deployment-alarm',
			severity: 'high',
			confidence: 'high',
			sentence: `${names.length === 1 ? 'alarm' : 'alarms'} ${names.join(', ')} ${names.length === 1 ? 'fires' : 'fire'} during ${to}${stage === undefined ? '' : `; ${stage}`}`,
			...(begun.length > 0 && { since: Math.min(...begun) }),
			evidence: [
				...firing.map(({ name, reason, since }) => ({
					text: reason === undefined ? `${name} is in ALARM` : `${name}: ${reason}`,
					api: 'cloudwatch:DescribeAlarms',
					...(since !== undefined && { at: since }),
				})),
				{
					text: `ECS ${takesBack ? 'rolls back' : 'does not roll back'} for these alarms${triggered.length > 0 ? `; it has seen ${triggered.join(', ')}` : ''}`,
					api: 'ecs:DescribeServices',
					place: { kind: 'deployments' },
				},
			],
			ruledOut: begun.some((since) => since < (rollout.startedAt ?? 0))
				? ['Not surely this deploy: an alarm fired before it began']
				: [],
			next: begun.every((since) => since >= (rollout.startedAt ?? 0))
				? [
						{
							text: 'Take the deploy back',
							binding: 'act.rollback',
							command: `deckwatch rollback ${service.serviceName}`,
						},
					]
				: [],
			explains: ['deployment-stage'],
		}),
	];
}
