import type { ClusterState } from '../../world/cluster.ts';
import type { CapacityProviderStrategyItem } from '../../world/service-settings.ts';

/** How tasks are launched when nobody says: by the cluster's default strategy, else on EC2 (ECS API reference, RunTask). */
export function defaultLaunch({ defaultCapacityProviderStrategy }: ClusterState): {
	readonly launchType?: string;
	readonly capacityProviderStrategy: readonly CapacityProviderStrategyItem[];
} {
	const hasDefault = defaultCapacityProviderStrategy.length > 0;
	return {
		...(!hasDefault && { launchType: 'EC2' }),
		capacityProviderStrategy: defaultCapacityProviderStrategy,
	};
}
