import { aboutService } from '../about-service.ts';
import type { Evidence } from '../evidence.ts';
import type { Finding } from '../finding.ts';
import { targetId } from '../target-id.ts';

/**
 * The service places tasks in zones that its load balancer does not serve: it is no chance that some tasks never get a request.
 * Which zones a load balancer serves shows only where a target of the others says so.
 */
export function azMismatch({ service, targets = [], subnets }: Evidence): readonly Finding[] {
	const dark = new Set(
		targets.flatMap((target) => (targetId(target) === 'tg-az-not-enabled' ? (target.availabilityZone ?? []) : [])),
	);
	const own = subnets?.filter(({ availabilityZone }) => dark.has(availabilityZone)) ?? [];
	const zones = new Set(subnets?.map(({ availabilityZone }) => availabilityZone));
	if (!subnets || own.length === 0) return [];
	const names = [...new Set(own.map(({ availabilityZone }) => availabilityZone))].toSorted();
	const ids = own.map(({ subnetId }) => subnetId);
	const some = `tasks in ${names.length} of its ${zones.size} zones get no requests`;
	return [
		aboutService(service, {
			id: 'x-az-mismatch',
			severity: 'high',
			confidence: 'high',
			sentence: `the load balancer does not serve ${names.join(', ')}: ${names.length === zones.size ? 'none of its tasks gets requests' : some}`,
			evidence: own.map(({ subnetId, availabilityZone }) => ({
				text: `tasks are placed in ${subnetId}, which is in ${availabilityZone}`,
				api: 'ec2:DescribeSubnets',
				place: { kind: 'service' },
			})),
			ruledOut: ['Not the application: nothing asks it'],
			next: [
				{ text: `Enable ${names.join(', ')} for the load balancer, with a subnet there` },
				{ text: `Or take ${ids.join(', ')} out of the service: that starts a deployment` },
			],
			explains: ['tg-az-not-enabled', 'elb-healthcheck-failed'],
		}),
	];
}
