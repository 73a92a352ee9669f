import { familyRevision } from '../../model/arn.ts';
import { primaryDeployment } from '../../model/service.ts';
import { aboutService } from '../about-service.ts';
import { explainEvent } from '../explain-event.ts';
import { eventLine } from '../event-line.ts';
import type { Evidence } from '../evidence.ts';
import type { EvidenceLine, Finding } from '../finding.ts';
import { sinceSteady } from '../capacity/placement-trouble.ts';
import { beyond, tracked } from '../tracked.ts';

/** Below this share of its target a metric is low: what the alarms are set to that Application Auto Scaling makes. */
const LOW = 0.9;

/** Scale-in waits while ECS deploys, scale-out does not (ECS developer guide, service auto scaling). */
export function scaleInBlockedByDeploy(evidence: Evidence): readonly Finding[] {
	const { service, scaling } = evidence;
	const primary = primaryDeployment(service);
	if (!scaling || scaling.target.suspended.scaleIn || primary?.rolloutState !== 'IN_PROGRESS') return [];
	const all = tracked(evidence);
	// What does not run cannot be taken away.
	if (service.runningCount < service.desiredCount) return [];
	const low = all.flatMap((one) => {
		const found = beyond(one.series, (value) => value < LOW * one.target);
		return found ? [{ ...one, ...found }] : [];
	});
	const [lowest] = low;
	// All policies have to agree before tasks are taken away.
	if (!lowest || low.length < scaling.policies.length || service.desiredCount <= scaling.target.minCapacity) return [];
	const held = sinceSteady(evidence).find((event) => explainEvent(event).id === 'scale-in-protected');
	const lines: readonly EvidenceLine[] = low.map(({ words, newest, target, metric, series }) => {
		const at = series ? series.startedAt + (series.values.length - 1) * series.periodMs : 0;
		return {
			text: `${words} at ${Math.round(newest)} %, target ${target} %`,
			api: 'cloudwatch:GetMetricData',
			at,
			place: { kind: 'metric', metric, at },
		};
	});
	return [
		aboutService(service, {
			id: 'x-scale-in-blocked-by-deploy',
			severity: 'info',
			confidence: 'high',
			sentence: `keeps ${service.desiredCount} tasks with ${lowest.words} at ${Math.round(lowest.newest)} % (target ${lowest.target} %): scale-in waits until ${familyRevision(primary.taskDefinition)} is out`,
			...(primary.createdAt !== undefined && { since: primary.createdAt }),
			evidence: [...lines, ...(held ? [eventLine(held)] : [])],
			ruledOut: ['Nothing is wrong with its scaling: Application Auto Scaling does so by design'],
			next: [{ text: 'Wait for the deployment; it scales in afterwards' }],
		}),
	];
}
