import { regionOf } from '../../model/arn.ts';
import { scalingResourceId } from '../find-service.ts';
import { putValues } from '../picture-update.ts';
import { SETTLE, type ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** Scalable targets and policies of all of a region's services, for those of one cluster. */
export function clusterScalingReading(
	context: ReadingContext,
	clusterArn: string,
	serviceArns: readonly string[],
): Reading {
	return {
		key: `scaling ${clusterArn}`,
		every: 5 * 60_000,
		table: 'scaling',
		keys: serviceArns,
		read: async (signal, found) => {
			const all = await context.aws.scaling(regionOf(clusterArn), undefined, signal);
			const values = serviceArns.map((arn) => [arn, all.get(scalingResourceId(clusterArn, arn)) ?? null] as const);
			found((picture) => putValues(picture, 'scaling', values, context.time.now()));
		},
	};
}

/** Scalable target and policies of the selected service. */
export function serviceScalingReading(context: ReadingContext, clusterArn: string, serviceArn: string): Reading {
	const resourceId = scalingResourceId(clusterArn, serviceArn);
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
