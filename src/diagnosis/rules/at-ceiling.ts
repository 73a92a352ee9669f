import { aboutService } from '../about-service.ts';
import { atCeiling as ceiling } from '../ceiling.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';

/** x-autoscale-maxed: target tracking would want more tasks than it may have. */
export function atCeiling(evidence: Evidence): readonly Finding[] {
	const found = ceiling(evidence);
	if (!found) return [];
	const { reason, ...beginning } = found;
	const { service } = evidence;
	return [
		aboutService(service, {
			id: 'x-autoscale-maxed',
			severity: 'warning',
			confidence: 'high',
			sentence: reason,
			...beginning,
			evidence: [
				{
					text: reason,
					api: 'cloudwatch:GetMetricData',
					...(beginning.since !== undefined && { at: beginning.since }),
					place: { kind: 'autoscaling' },
				},
			],
			next: [
				{
					text: 'Raise the maximum, or the target',
					binding: 'act.target',
					command: `deckwatch target ${service.serviceName} --max <count>`,
				},
			],
		}),
	];
}
