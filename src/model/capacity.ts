import type { ContainerInstance } from './container-instance.ts';
import type { FargateKind } from './fargate-quota.ts';
import type { Service } from './service.ts';
import type { TaskNeeds } from './task-needs.ts';

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

/** Those of a cluster's instances that may take tasks of the service. */
export function instancesFor(service: Service, instances: readonly ContainerInstance[]): readonly ContainerInstance[] {
	const { instances: providers } = capacityOf(service);
	if (providers === 'all' || providers === undefined) return instances;
	return instances.filter(({ capacityProviderName = '' }) => providers.includes(capacityProviderName));
}

/** Why it cannot be told by what is free whether a task finds a place: `a task takes a GPU`. */
export function cannotFit(
	{ placementConstraints = [] }: Service,
	{ constrained, gpus }: TaskNeeds,
): string | undefined {
	if (placementConstraints.length > 0)
		return `the service says where its tasks go (${placementConstraints.join(', ')})`;
	if (constrained) return 'its revision has placement constraints';
	return gpus ? 'a task takes a GPU' : undefined;
}
