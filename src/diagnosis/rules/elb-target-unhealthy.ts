import { targetReasonWords } from '../../model/target-reason.ts';
import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { noHealthyTarget, unhealthyTargets } from '../health.ts';

/** Targets that are told one by one. Our own number. */
const TOLD = 5;

/** elb-target-unhealthy: the load balancer finds targets that fail its check; worst where it finds no other. */
export function elbTargetUnhealthy(evidence: Evidence): readonly Finding[] {
	const unhealthy = evidence.targets?.filter(({ state }) => state === 'unhealthy') ?? [];
	if (unhealthy.length === 0) return [];
	const none = noHealthyTarget(evidence);
	const found = none ?? unhealthyTargets(evidence);
	if (!found) return [];
	const { service } = evidence;
	return [
		aboutService(service, {
			id: 'elb-target-unhealthy',
			severity: none ? 'high' : 'warning',
			confidence: 'high',
			symptom: true,
			sentence: found.reason,
			evidence: unhealthy.slice(0, TOLD).map(({ targetGroupArn, id, port, state, reason, description }) => ({
				text: `${id}:${port} ${state}: ${description ?? (reason === undefined ? 'no reason given' : targetReasonWords(reason))}`,
				api: 'elasticloadbalancing:DescribeTargetHealth',
				...(targetGroupArn !== undefined && { place: { kind: 'target', targetGroupArn, targetId: id, port } as const }),
			})),
			next: [
				{
					text: 'See what the load balancer asks, and what it gets',
					binding: 'health',
					command: `deckwatch health ${service.serviceName}`,
				},
			],
		}),
	];
}
