import { AwsCallError } from '../aws/aws-call-error.ts';
import type { Aws } from '../aws/aws.ts';
import { regionOf } from '../model/arn.ts';
import { isPattern } from '../model/name-pattern.ts';

/** The same account where listing clusters is not allowed: its clusters are then those of these names or ARNs. */
export function withNamedClusters(aws: Aws, names: readonly string[]): Aws {
	return {
		...aws,
		async clusters(region, signal) {
			const own = names.filter((name) => (regionOf(name) || region) === region && !isPattern(name));
			try {
				return await aws.clusters(region, signal);
			} catch (error) {
				if (!(error instanceof AwsCallError) || error.failure.kind !== 'denied' || own.length === 0) throw error;
				return aws.describeClusters(region, own, signal);
			}
		},
	};
}
