import { onInstances } from '../../world/on-instances.ts';
import { parseClusterQuery } from '../../world/placement/cluster-query.ts';
import type { ServiceSettings } from '../../world/service-settings.ts';
import { invalidParameter, notValid } from './refuse.ts';

type Placed = Pick<
	ServiceSettings,
	'launchType' | 'capacityProviderStrategy' | 'placementConstraints' | 'placementStrategy'
>;

/**
 * Refuses placement on Fargate, and what is not understood (ECS API reference, PlacementConstraint, PlacementStrategy).
 * @throws {AwsFault} InvalidParameterException
 */
export function checkPlacement({ placementConstraints, placementStrategy, ...launch }: Placed): void {
	if (!onInstances(launch)) {
		if (placementStrategy.length > 0)
			throw invalidParameter('Placement strategies are not supported with FARGATE launch type.');
		if (placementConstraints.length > 0)
			throw invalidParameter('Placement constraints are not supported with FARGATE launch type.');
	}
	for (const { type, expression } of placementConstraints) {
		const isUnderstood =
			type === 'memberOf'
				? expression !== undefined && parseClusterQuery(expression) !== undefined
				: type === 'distinctInstance' && expression === undefined;
		if (!isUnderstood) throw notValid();
	}
	for (const { type, field = '' } of placementStrategy) {
		const isUnderstood =
			type === 'random' ||
			(type === 'binpack' && ['cpu', 'memory'].includes(field.toLowerCase())) ||
			(type === 'spread' && /^(instanceId|host|attribute:.+)$/.test(field));
		if (!isUnderstood) throw notValid();
	}
}
