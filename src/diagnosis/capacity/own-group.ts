import { capacityOf } from '../../model/capacity.ts';
import type { AutoScalingGroup, CapacityProvider } from '../../model/cluster-capacity.ts';
import type { Evidence } from '../evidence.ts';

/** The Auto Scaling group that a service gets its instances from. */
export type OwnGroup = {
	readonly provider: string;
	readonly group: AutoScalingGroup;
	/** ECS scales it by what the service's tasks need. */
	readonly managed: boolean;
};

/**
 * The group of the first capacity provider of its strategy that has one, or of its cluster where it has the launch type EC2.
 * Tasks of a launch type are none that managed scaling counts (ECS developer guide, cluster auto scaling). Undefined when
 * none was read.
 */
export function ownGroup({ service, capacityProviders = [] }: Evidence): OwnGroup | undefined {
	const { instances } = capacityOf(service);
	if (instances === undefined) return undefined;
	const names = instances === 'all' ? capacityProviders.map(({ name }) => name) : instances;
	const ours = names.flatMap((name) => capacityProviders.find((one) => one.name === name) ?? []);
	return ours.flatMap((provider) => asOwn(provider, instances !== 'all'))[0];
}

function asOwn({ name, group, managedScaling }: CapacityProvider, hasStrategy: boolean): readonly OwnGroup[] {
	return group ? [{ provider: name, group, managed: hasStrategy && managedScaling?.enabled === true }] : [];
}
