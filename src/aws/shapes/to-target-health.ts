import type * as elb from '@aws-sdk/client-elastic-load-balancing-v2';
import type { TargetHealth } from '../../model/load-balancing.ts';
import { defined } from './defined.ts';
import { requiredText, text } from './scalars.ts';

export function toTargetHealth(
	targetGroupArn: string,
	{ Target, TargetHealth: health }: elb.TargetHealthDescription,
): TargetHealth {
	return defined({
		targetGroupArn,
		id: requiredText(Target?.Id),
		port: Target?.Port ?? 0,
		availabilityZone: text(Target?.AvailabilityZone),
		state: requiredText(health?.State),
		reason: text(health?.Reason),
		description: text(health?.Description),
	});
}
