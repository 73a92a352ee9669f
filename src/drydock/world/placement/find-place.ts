import type { ContainerInstanceState } from '../container-instance.ts';
import type { World } from '../world.ts';
import { bindPorts, type PortBinding, portsAsked } from './host-ports.ts';
import { instancesOf } from './instances-of.ts';
import { type Lack, lackOf, LACKS } from './lack-of.ts';
import { byStrategy } from './by-strategy.ts';
import type { PlacementRequest } from './placement-request.ts';
import { remainingOn } from './remaining.ts';

/** Where a task comes to run. */
export type Place = { readonly instance: ContainerInstanceState; readonly portBindings: readonly PortBinding[] };

/** Why it comes to run nowhere. */
export type Unplaced = {
	/** What each ACTIVE instance lacks, the closest match first: the one that meets most of what is asked. */
	readonly lacking: readonly { readonly instance: ContainerInstanceState; readonly lack: Lack }[];
	/** There are instances at all, DRAINING ones included. */
	readonly hasInstances: boolean;
	readonly capacityProviderName?: string;
	/** Not for want of an instance: Fargate itself has no room. */
	readonly isFargateFull?: true;
};

/** Finds an instance that has all a task asks for, and of several the one that the strategy wants. */
export function findPlace(world: World, request: PlacementRequest): Place | Unplaced {
	const { cluster, capacityProviderName } = request;
	const known = instancesOf(world, cluster).filter(
		(instance) => capacityProviderName === undefined || instance.capacityProviderName === capacityProviderName,
	);
	const looked = known
		.filter(({ status }) => status === 'ACTIVE')
		.map((instance) => ({ instance, lack: lackOf(world, instance, request) }));
	const fitting = looked.flatMap(({ instance, lack }) => (lack === undefined ? [instance] : []));
	const [instance] = byStrategy(world, request, fitting);
	if (instance) {
		const { ports } = remainingOn(world, instance);
		return { instance, portBindings: bindPorts(portsAsked(request.taskDefinition), ports) };
	}
	const lacking = looked.flatMap(({ instance: each, lack }) => (lack === undefined ? [] : [{ instance: each, lack }]));
	return {
		lacking: lacking.toSorted((one, other) => LACKS.indexOf(other.lack) - LACKS.indexOf(one.lack)),
		hasInstances: known.length > 0,
		...(capacityProviderName !== undefined && { capacityProviderName }),
	};
}

export function isPlace(found: Place | Unplaced): found is Place {
	return 'instance' in found;
}
