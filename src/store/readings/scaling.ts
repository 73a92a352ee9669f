import { regionOf } from '../../model/arn.ts';
import { scalingResourceId } from '../../model/scaling-resource-id.ts';
import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** Clusters are not listed at the same moment (ms). */
const TOGETHER = 1_000;

/** Scalable targets and policies of all of a region's services, for those that are watched. */
export function regionScalingReading(
	context: ReadingContext,
	region: string,
	services: readonly { readonly clusterArn: string; readonly serviceArn: string }[],
): Reading {
	// A cluster that joins does not wait for the next time.
	const clusters = [...new Set(services.map(({ clusterArn }) => clusterArn))].toSorted();
	return {
		key: `scaling of ${clusters.join(' ')}`,
		every: 5 * 60_000,
		settle: TOGETHER,
		table: 'scaling',
		keys: services.map(({ serviceArn }) => serviceArn),
		read: async (signal, found) => {
			const all = await context.aws.scaling(region, undefined, signal);
			const values = services.map(
				(service) => [service.serviceArn, all.get(scalingResourceId(service)) ?? null] as const,
			);
			found((picture) => putValues(picture, 'scaling', values, context.time.now()));
		},
	};
}

/** Scalable target and policies of the selected service. */
export function serviceScalingReading(context: ReadingContext, clusterArn: string, serviceArn: string): Reading {
	const resourceId = scalingResourceId({ clusterArn, serviceArn });
	return {
		key: `scaling ${serviceArn}`,
		every: 15_000,
		settle: SETTLE,
		table: 'scaling',
		keys: [serviceArn],
		read: async (signal, found) => {
			const scaling = await context.aws.scaling(regionOf(clusterArn), [resourceId], signal);
			const values = [[serviceArn, scaling.get(resourceId) ?? null]] as const;
			found((picture) => putValues(picture, 'scaling', values, context.time.now()));
		},
	};
}
