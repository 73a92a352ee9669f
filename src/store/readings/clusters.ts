import { putValues } from '../picture-update.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** The clusters of a region. */
export function clustersReading({ aws, time }: ReadingContext, region: string): Reading {
	return {
		key: `clusters ${region}`,
		every: 60_000,
		table: 'clusters',
		keys: [region],
		async read(signal, found) {
			const clusters = await aws.clusters(region, signal);
			found((picture) => putValues(picture, 'clusters', [[region, clusters]], time.now()));
		},
	};
}
