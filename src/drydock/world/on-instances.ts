import { FARGATE_PROVIDERS } from './capacity-provider.ts';

/** Where a service or RunTask has its tasks placed. */
type Launch = {
	readonly launchType?: string;
	readonly capacityProviderStrategy: readonly { readonly capacityProvider: string }[];
};

/** Whether tasks come to run on container instances, not on Fargate. */
export function onInstances({ launchType, capacityProviderStrategy }: Launch): boolean {
	if (capacityProviderStrategy.length === 0) return launchType === 'EC2';
	return capacityProviderStrategy.some(({ capacityProvider }) => !FARGATE_PROVIDERS.includes(capacityProvider));
}
