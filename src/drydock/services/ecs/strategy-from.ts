import type { CapacityProviderStrategyItem as AwsItem } from '@aws-sdk/client-ecs';
import { nameOf } from '../../world/arn.ts';
import type { CapacityProviderStrategyItem } from '../../world/service-settings.ts';

/** A capacity provider strategy of a request, with what it leaves out. */
export function strategyFrom(given: readonly AwsItem[] | undefined): CapacityProviderStrategyItem[] {
	return (given ?? []).map(({ capacityProvider = '', weight = 0, base = 0 }) => ({
		capacityProvider: nameOf(capacityProvider),
		weight,
		base,
	}));
}
