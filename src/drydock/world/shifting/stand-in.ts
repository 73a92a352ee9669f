import type { ServiceRevisionState } from '../deployment.ts';
import type { LoadBalancer, ServiceSettings } from '../service-settings.ts';

/**
 * A new revision's load balancers, each with the target group that its tasks are to stand in: where traffic is shifted
 * the one of the two that the serving revision does not use, else its own.
 */
export function standIn(settings: ServiceSettings, serving: ServiceRevisionState | undefined): LoadBalancer[] {
	const shifts = settings.deploymentConfiguration.strategy !== 'ROLLING';
	const used = new Set(serving?.loadBalancers.map(({ targetGroupArn }) => targetGroupArn));
	return settings.loadBalancers.map((loadBalancer) => {
		const { targetGroupArn, advancedConfiguration } = loadBalancer;
		const alternate = advancedConfiguration?.alternateTargetGroupArn;
		if (alternate === undefined || used.has(targetGroupArn) === used.has(alternate)) return loadBalancer;
		return used.has(alternate) === shifts ? loadBalancer : { ...loadBalancer, targetGroupArn: alternate };
	});
}
