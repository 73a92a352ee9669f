import { createPolicy } from '../scaling/create-policy.ts';
import { createTarget } from '../scaling/create-target.ts';
import { DAY } from '../world/clock.ts';
import type { ServiceState } from '../world/service.ts';
import type { World } from '../world/world.ts';
import type { ServiceTraits } from './service-schema.ts';

/** Registers the service with Application Auto Scaling, with a target-tracking policy for CPU and for memory as asked. */
export function buildScaling(
	world: World,
	service: ServiceState,
	scaling: NonNullable<ServiceTraits['scaling']>,
): void {
	const createdAt = Math.max(service.createdAt, world.clock.now - 90 * DAY);
	const target = createTarget(world, service, { min: scaling.min, max: scaling.max, createdAt });
	const track = (kind: string, metric: string, targetValue: number | undefined): void => {
		if (targetValue === undefined) return;
		createPolicy(world, target, {
			policyName: `${service.serviceName}-${kind}`,
			configuration: {
				TargetValue: targetValue,
				PredefinedMetricSpecification: { PredefinedMetricType: metric },
				ScaleOutCooldown: scaling.scaleOutCooldown ?? 60,
				ScaleInCooldown: scaling.scaleInCooldown ?? 300,
				DisableScaleIn: false,
			},
			createdAt,
		});
	};
	track('cpu', 'ECSServiceAverageCPUUtilization', scaling.cpu);
	track('memory', 'ECSServiceAverageMemoryUtilization', scaling.memory);
}
