import { putValues } from '../picture-update.ts';
import type { ReadingContext } from '../reading-context.ts';
import type { Reading } from '../reading.ts';

/** Who is calling, in a region. Hardly ever changes while the console runs. */
export function identityReading({ aws, time }: ReadingContext, region: string): Reading {
	return {
		key: `identity ${region}`,
		every: 10 * 60_000,
		table: 'identity',
		keys: [region],
		async read(signal, found) {
			const identity = await aws.identity(region, signal);
			found((picture) => putValues(picture, 'identity', [[region, identity]], time.now()));
		},
	};
}
