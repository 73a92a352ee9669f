import { regionOf } from '../model/arn.ts';
import type { ReadingContext } from './reading-context.ts';
import type { Reading } from './reading.ts';
import { regionScalingReading, serviceScalingReading } from './readings/scaling.ts';
import { listedServices } from './readings/service-list.ts';
import { SELECTED, type WantedServices } from './wanted-services.ts';

/**
 * The scaling of the selected services each by itself and often, of the others together and rarely: one reading per
 * region, because AWS tells that of all its clusters in one listing.
 */
export function scalingReadings(
	context: ReadingContext,
	wishes: ReadonlyMap<string, WantedServices>,
): readonly Reading[] {
	const selected = [...wishes].flatMap(([clusterArn, { wanted }]) =>
		[...wanted].flatMap(([serviceArn, every]) => (every <= SELECTED ? [{ clusterArn, serviceArn }] : [])),
	);
	const alone = new Set(selected.map(({ serviceArn }) => serviceArn));
	const others = [...wishes].flatMap(([clusterArn, wish]) =>
		listedServices(context, clusterArn, wish).flatMap((serviceArn) =>
			alone.has(serviceArn) ? [] : [{ clusterArn, serviceArn }],
		),
	);
	const byRegion = Map.groupBy(others, ({ clusterArn }) => regionOf(clusterArn));
	return [
		...selected.map(({ clusterArn, serviceArn }) => serviceScalingReading(context, clusterArn, serviceArn)),
		...[...byRegion].map(([region, services]) => regionScalingReading(context, region, services)),
	];
}
