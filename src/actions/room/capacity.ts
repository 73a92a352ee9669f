import type { FargateKind } from '../../model/fargate-quota.ts';
import type { Service } from '../../model/service.ts';

/** Where the tasks of a service come to run. */
export type Capacity = {
	/** The kinds of Fargate that may take one; none for a service on instances. */
	readonly fargate: readonly FargateKind[];
	/** The instances that may take one: all of the cluster, or those of some capacity providers. */
	readonly instances?: 'all' | readonly string[];
};

const KINDS: Readonly<Record<string, FargateKind>> = { FARGATE: 'on-demand', FARGATE_SPOT: 'spot' };

/** By launch type, else by the capacity providers of its strategy; those with neither base nor weight take nothing. */
export function capacityOf({ launchType, capacityProviderStrategy }: Service): Capacity {
	if (launchType === 'EC2') return { fargate: [], instances: 'all' };
	if (launchType === 'FARGATE') return { fargate: ['on-demand'] };
	const names = capacityProviderStrategy
		.filter(({ weight, base }) => weight > 0 || base > 0)
		.map(({ capacityProvider }) => capacityProvider);
	const providers = names.filter((name) => !(name in KINDS));
	return {
		fargate: names.flatMap((name) => KINDS[name] ?? []),
		...(providers.length > 0 ? { instances: providers } : {}),
	};
}
